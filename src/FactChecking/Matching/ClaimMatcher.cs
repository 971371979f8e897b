using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Messages;
using FactChecking.Stories;

namespace FactChecking.Matching;

/// <summary>
/// Finds the claims that a message may be about: candidates from the index, features against their passages, a rank, a
/// probability, a decision. A wrong match is the worst failure, so what is not sure is asked or left.
/// </summary>
public sealed class ClaimMatcher(KnowledgeBase knowledge, MatchOptions options)
{
    // Candidates of the message's own script, and of each other one where its own has enough.
    private const int OwnQuota = 40;
    private const int OtherQuota = 10;
    private const int WindowQuota = 5;
    private const int SynonymsOfQuota = 2;

    // In a database of one record nothing says how far it is ahead.
    private const double LeadOfOnlyOne = 15;

    private const double LikelyTranslation = 0.2;

    // Records that are looked at for one that says something else than the best.
    private const int MostRivals = 20;

    private const double VerbatimOverlap = 0.85;
    private const double ShortMessageCovered = 0.6;

    // What is word for word on record, or has its address there.
    private const double CertainProbability = 0.99;
    private const double WordForWord = 0.999;

    /// <summary>Matches one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="links">Addresses that came with it and do not stand in the text.</param>
    public MatchResult Match(string text, int count, IReadOnlyCollection<string>? links = null)
    {
        var generation = knowledge.Current;
        var analysed = AnalysedText.Of(text);
        if (ByLink(analysed, links ?? [], generation) is { } known)
            return known with { Matches = [.. known.Matches.Take(count)] };

        var ranked = Rank(Read(text, analysed, generation), MatchModel.Shipped);
        return new MatchResult(
            Decide(ranked, generation),
            generation.ReadPassages(passages => ranked.Take(count)
                .Select(candidate => new Match(passages.IdOf(candidate.Claim), candidate.Probability) { Features = candidate.Features, Kind = candidate.Kind })
                .ToList()));
    }

    // An address on record says more surely than any words which claim is meant; one of several claims is asked about.
    // Records that say the same are not several.
    private static MatchResult? ByLink(AnalysedText text, IReadOnlyCollection<string> links, KnowledgeGeneration generation)
    {
        var canonical = text.Links.Concat(links.Select(CanonicalLink.Of).OfType<string>()).ToHashSet();
        var claims = LinkStore.ClaimsOf(generation, canonical);
        return claims.Count == 0
            ? null
            : new MatchResult(
                claims.Count == 1 || claims.Skip(1).All(new StoryChoice(generation).SayingTheSame(claims[0])) ? Decision.Answer : Decision.Ask,
                [.. claims.Select(claim => new Match(claim, CertainProbability / claims.Count))]);
    }

    /// <summary>The candidates for a message with the features that each has by itself.</summary>
    internal static IReadOnlyList<MatchCandidate> Read(string text, AnalysedText analysed, KnowledgeGeneration generation)
    {
        var query = MatchQuery.Of(analysed, generation.Index);
        var passages = new Dictionary<int, IReadOnlyList<StoredPassage>>();

        // What is found in the message's own letters is compared in them; other spellings only add to it.
        var candidates = Read(query, query.Script, OwnQuota, generation, passages).ToDictionary(candidate => candidate.Claim);
        foreach (var window in MessageWindows.Of(text, analysed))
        {
            var part = MatchQuery.Of(AnalysedText.Of(window), generation.Index);
            foreach (var candidate in Read(part, query.Script, WindowQuota, generation, passages))
            {
                if (!candidates.TryGetValue(candidate.Claim, out var other) || candidate.Features.BestOverlap > other.Features.BestOverlap)
                    candidates[candidate.Claim] = candidate;
            }
        }

        var otherQuota = candidates.Count < OtherQuota ? OwnQuota : OtherQuota;
        foreach (var script in Enum.GetValues<ScriptGroup>().Where(script => script != query.Script))
        {
            foreach (var candidate in Read(query.In(script, analysed, generation.Index) ?? query, script, otherQuota, generation, passages))
                candidates.TryAdd(candidate.Claim, candidate);
        }
        return [.. candidates.Values];
    }

    private static List<MatchCandidate> Read(
        MatchQuery query, ScriptGroup script, int quota, KnowledgeGeneration generation, Dictionary<int, IReadOnlyList<StoredPassage>> passages)
    {
        var found = Find(query, script, quota, generation.Index);
        generation.ReadPassages(store =>
        {
            foreach (var (claim, _) in found)
                passages.TryAdd(claim, passages.GetValueOrDefault(claim) ?? store.Of(claim));
            return passages;
        });
        var reader = new FeatureReader(query, generation.Index);
        var reachable = Math.Max(query.TotalWeight, 1) * byte.MaxValue;
        return [.. found.Select(candidate =>
        {
            var kind = MatchKinds.Of(query, script, passages[candidate.Claim]);
            return new MatchCandidate(candidate.Claim, kind, reader.Read(kind, candidate.Score / reachable, passages[candidate.Claim]));
        })];
    }

    // Synonyms find what the words do not; they come beside, since they also find what only sounds alike.
    private static IReadOnlyList<(int Claim, ushort Score)> Find(MatchQuery query, ScriptGroup script, int quota, ClaimIndex index)
    {
        var byWords = index.Search(script, query.SearchTerms, quota);
        return query.SynonymTerms.Length == 0
            ? byWords
            : [.. byWords.Concat(index.Search(script, query.SynonymTerms, quota / SynonymsOfQuota)).DistinctBy(found => found.Claim)];
    }

    /// <summary>Adds the features that compare candidates, ranks them and gives the probabilities.</summary>
    internal static IReadOnlyList<MatchCandidate> Rank(IReadOnlyList<MatchCandidate> candidates, MatchModel model)
    {
        // Scores of two kinds are not comparable, probabilities are; but among what is unlikely they tell little, and the
        // message's own language goes first. Within a kind the rank holds.
        var kinds = Apart(candidates).Select(ofKind => new Queue<MatchCandidate>(RankOneKind(ofKind, model))).ToList();
        var merged = new List<MatchCandidate>(candidates.Count);
        while (kinds.Where(kind => kind.Count > 0).MaxBy(kind => Precedence(kind.Peek())) is { } next)
            merged.Add(next.Dequeue());
        return merged;
    }

    private static (bool, double) Precedence(MatchCandidate candidate) =>
        (!candidate.Kind.IsTranslated() || candidate.Probability >= LikelyTranslation, candidate.Probability);

    /// <summary>The candidates in the message's own language, and those of every kind of translation.</summary>
    internal static IEnumerable<IReadOnlyList<MatchCandidate>> Apart(IReadOnlyList<MatchCandidate> candidates) =>
        candidates.GroupBy(candidate => candidate.Kind.IsTranslated() ? candidate.Kind : MatchKind.Latin).Select(IReadOnlyList<MatchCandidate> (ofKind) => [.. ofKind]);

    private static IEnumerable<MatchCandidate> RankOneKind(IReadOnlyList<MatchCandidate> candidates, MatchModel model)
    {
        var ranked = MatchCandidate.Compare(candidates)
            .Select(candidate => candidate with { Features = candidate.Features with { RankScore = model.RankOf(candidate.Kind, candidate.Features) } })
            .OrderByDescending(candidate => candidate.Features.RankScore)
            .ThenBy(candidate => candidate.Claim)
            .ToList();
        var lead = ranked.Count == 1 ? LeadOfOnlyOne : Math.Min(LeadOfOnlyOne, ranked[0].Features.RankScore - ranked[1].Features.RankScore);
        ranked[0] = ranked[0] with { Features = ranked[0].Features with { RankLead = Math.Sqrt(lead) } };
        return ranked.Select(candidate => candidate with { Probability = ProbabilityOf(candidate, model) });
    }

    private static double ProbabilityOf(MatchCandidate candidate, MatchModel model) =>
        candidate.Features is { BestOverlap: >= WordForWord, ThirdRarest: > 0, NumbersConflict: 0 }
            ? CertainProbability
            : model.ProbabilityOf(candidate.Kind, candidate.Features);

    // How far the best is ahead tells how sure it is that no other claim is meant. A record that says the same is no other
    // claim: where it is what holds the best back, the best is measured against the next that says something else.
    private Decision Decide(IReadOnlyList<MatchCandidate> ranked, KnowledgeGeneration generation)
    {
        var best = ranked.FirstOrDefault();
        var decision = Decide(best);
        if (best is null || decision == Decision.Answer || Decide(AheadBy(best.Features.BestOverlap, best)) == decision)
            return decision;

        var saysTheSame = new StoryChoice(generation).SayingTheSame(IdOf(best));
        var rivals = ranked.Skip(1).OrderByDescending(candidate => candidate.Features.BestOverlap).Take(MostRivals)
            .SkipWhile(candidate => saysTheSame(IdOf(candidate)));
        var ahead = best.Features.BestOverlap - (rivals.FirstOrDefault()?.Features.BestOverlap ?? 0);
        return ahead > best.Features.Margin ? Decide(AheadBy(ahead, best)) : decision;

        string IdOf(MatchCandidate candidate) => generation.ReadPassages(passages => passages.IdOf(candidate.Claim));
    }

    private static MatchCandidate AheadBy(double margin, MatchCandidate candidate)
    {
        var features = candidate.Features with { Margin = margin };
        return candidate with { Probability = ProbabilityOf(features, MatchModel.Shipped) };
    }

    private Decision Decide(MatchCandidate? best) => best switch
    {
        { Probability: var probability, Features: var features } when probability >= options.AnswerAt && MayAnswer(features) => Decision.Answer,
        { Probability: var probability, Features: var features } when probability >= options.AskAt && MayAsk(features) => Decision.Ask,
        _ => Decision.None,
    };

    // One word in common, however rare, is chance; of a very short message it may be all there is.
    private static bool MayAsk(MatchFeatures features) =>
        features.ThirdRarest > 0 || features.MessageCovered >= ShortMessageCovered;

    // Another number, or the one word missing that the claim turns on, makes another claim of the same sentence. What is
    // all but word for word on record is that claim, whatever its other wordings say.
    private static bool MayAnswer(MatchFeatures features) =>
        features.NumbersConflict == 0 && (!features.LeavesOutKeyTerm || features.BestOverlap >= VerbatimOverlap);
}
