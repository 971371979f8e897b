using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Messages;

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

    private const double VerbatimOverlap = 0.85;
    private const double ShortMessageCovered = 0.6;

    // What is word for word on record, or has its address there.
    private const double CertainProbability = 0.99;
    private const double WordForWord = 0.999;

    private readonly MatchModel _model = MatchModel.Shipped;

    internal ClaimMatcher(KnowledgeBase knowledge, MatchOptions options, MatchModel model)
        : this(knowledge, options) => _model = model;

    /// <summary>Matches one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="links">Addresses that came with it and do not stand in the text.</param>
    /// <param name="languageHint">A BCP 47 tag that may be wrong; null if there is none.</param>
    public MatchResult Match(string text, int count, IReadOnlyCollection<string>? links = null, string? languageHint = null)
    {
        var generation = knowledge.Current;
        var analysed = AnalysedText.Of(text);
        return ByLink(analysed, links ?? [], count, generation)
            ?? Conclude(Read(text, analysed, generation), LanguageOf(text, languageHint), count, generation);
    }

    /// <summary>The weights that it decides by.</summary>
    internal MatchModel Model => _model;

    /// <summary>Ranks the candidates and decides.</summary>
    /// <param name="candidates">What <see cref="Read(string, AnalysedText, KnowledgeGeneration)"/> gave, perhaps with what an embedding model says.</param>
    /// <param name="language">The language of the message; null where nothing was fitted to any.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="generation">The generation that the candidates are of.</param>
    /// <param name="nearEnough">The cosine from which a claim is asked about whatever its words, in deviations; null: none.</param>
    internal MatchResult Conclude(IReadOnlyList<MatchCandidate> candidates, string? language, int count, KnowledgeGeneration generation, double? nearEnough = null)
    {
        var model = language is null ? _model : _model.In(language);
        var ranked = Rank(candidates, model);
        var decision = Decide(ranked.FirstOrDefault(), model);
        var near = ranked.Where(candidate => candidate.Features.Meaning?.Cosine >= nearEnough).ToList();
        if (decision == Decision.None && near.Count > 0)
            (decision, ranked) = (Decision.Ask, [.. near, .. ranked.Except(near)]);

        return new MatchResult(
            decision,
            generation.ReadPassages(passages => ranked.Take(count)
                .Select(candidate => new Match(passages.IdOf(candidate.Claim), candidate.Probability)
                {
                    Features = candidate.Features,
                    MayAnswer = MayAnswer(candidate.Features, model),
                })
                .ToList()))
        {
            Shift = model.Shift == 0 ? null : new LanguageShift(language!, model.Shift), // only a language has a shift
        };
    }

    /// <summary>The language of a message, as far as anything was fitted to languages.</summary>
    internal string? LanguageOf(string text, string? hint) => _model.Shifts.Count == 0 ? null : LanguageGuess.Of(text, hint);

    // An address on record says more surely than any words which claim is meant; one of several claims is asked about.
    internal static MatchResult? ByLink(AnalysedText text, IReadOnlyCollection<string> links, int count, KnowledgeGeneration generation)
    {
        var canonical = text.Links.Concat(links.Select(CanonicalLink.Of).OfType<string>()).ToHashSet();
        var claims = LinkStore.ClaimsOf(generation, canonical);
        return claims.Count == 0
            ? null
            : new MatchResult(
                claims.Count == 1 ? Decision.Answer : Decision.Ask,
                [.. claims.Take(count).Select(claim => new Match(claim, CertainProbability / claims.Count) { MayAnswer = true })]);
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

    /// <summary>The same for claims that the index of words did not bring up.</summary>
    internal static IReadOnlyList<MatchCandidate> Read(AnalysedText analysed, IReadOnlyCollection<int> claims, KnowledgeGeneration generation)
    {
        var query = MatchQuery.Of(analysed, generation.Index);
        var reader = new FeatureReader(query, generation.Index.Weights);
        var passages = generation.ReadPassages(store => claims.Select(claim => (Claim: claim, Passages: store.Of(claim))).ToList());
        return [.. passages.Select(item =>
        {
            var features = reader.Read(score: 0, item.Passages);
            // No wording is the nearest where no word is in common: the numbers of all of them are what the message must not contradict.
            var numbers = item.Passages.SelectMany(passage => passage.Numbers).ToHashSet();
            var conflicts = query.Numbers.Count > 0 && numbers.Count > 0 && !numbers.Overlaps(query.Numbers);
            return new MatchCandidate(item.Claim, conflicts ? features with { NumbersConflict = 1 } : features);
        })];
    }

    private static List<MatchCandidate> Read(
        MatchQuery query, ScriptGroup script, int quota, KnowledgeGeneration generation, Dictionary<int, IReadOnlyList<StoredPassage>> passages)
    {
        var found = generation.Index.Search(script, query.SearchTerms, quota);
        generation.ReadPassages(store =>
        {
            foreach (var (claim, _) in found)
                passages.TryAdd(claim, passages.GetValueOrDefault(claim) ?? store.Of(claim));
            return passages;
        });
        var reader = new FeatureReader(query, generation.Index.Weights);
        var reachable = Math.Max(query.TotalWeight, 1) * byte.MaxValue;
        return [.. found.Select(candidate => new MatchCandidate(candidate.Claim, reader.Read(candidate.Score / reachable, passages[candidate.Claim])))];
    }

    /// <summary>Adds the features that compare candidates, ranks them and gives the probabilities.</summary>
    internal static IReadOnlyList<MatchCandidate> Rank(IReadOnlyList<MatchCandidate> candidates, MatchModel model)
    {
        var compared = MatchCandidate.Compare(candidates);
        return [.. compared
            .Select(candidate => candidate with { Probability = ProbabilityOf(candidate.Features, model) })
            .OrderByDescending(candidate => model.RankOf(candidate.Features))
            .ThenBy(candidate => candidate.Claim)];
    }

    private static double ProbabilityOf(MatchFeatures features, MatchModel model) =>
        IsWordForWord(features) ? CertainProbability : model.ProbabilityOf(features);

    /// <summary>True where no model is needed to tell how sure the match is.</summary>
    internal static bool IsWordForWord(MatchFeatures features) =>
        features is { BestOverlap: >= WordForWord, ThirdRarest: > 0, NumbersConflict: 0 };

    private Decision Decide(MatchCandidate? best, MatchModel model)
    {
        if (best is null)
            return Decision.None;
        // Until the weight of its cosine was fitted to it, an embedding model can cast doubt on an answer and not bring one
        // about, and what the words suggest is asked about whatever it says.
        var byWords = best.Features.Meaning is null || model.IsMeaningCalibrated
            ? best.Probability
            : ProbabilityOf(best.Features with { Meaning = null }, model);
        return Math.Min(best.Probability, byWords) >= options.AnswerAt && MayAnswer(best.Features, model) ? Decision.Answer
            : Math.Max(best.Probability, byWords) >= options.AskAt && MayAsk(best.Features) ? Decision.Ask
            : Decision.None;
    }

    // One word in common, however rare, is chance; of a very short message it may be all there is.
    private static bool MayAsk(MatchFeatures features) =>
        features.ThirdRarest > 0 || features.MessageCovered >= ShortMessageCovered;

    // Another number, or the one word missing that the claim turns on, makes another claim of the same sentence. What is
    // all but word for word on record is that claim, whatever its other wordings say.
    private static bool MayAnswer(MatchFeatures features, MatchModel model) =>
        features.NumbersConflict == 0
        && (!features.LeavesOutKeyTerm || features.BestOverlap >= VerbatimOverlap)
        && (features.Meaning is not { IsAlone: true } || model.IsMeaningCalibrated);
}
