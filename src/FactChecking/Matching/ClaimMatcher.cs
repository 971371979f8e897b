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

    private const double VerbatimOverlap = 0.85;

    /// <summary>Matches one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="count">How many matches to return at most.</param>
    public MatchResult Match(string text, int count)
    {
        var generation = knowledge.Current;
        var ranked = Rank(Read(text, generation), MatchModel.Shipped);
        return new MatchResult(
            Decide(ranked.FirstOrDefault()),
            generation.ReadPassages(passages => ranked.Take(count)
                .Select(candidate => new Match(passages.IdOf(candidate.Claim), candidate.Probability) { Features = candidate.Features })
                .ToList()));
    }

    /// <summary>The candidates for a message with the features that each has by itself.</summary>
    internal static IReadOnlyList<MatchCandidate> Read(string text, KnowledgeGeneration generation)
    {
        var analysed = AnalysedText.Of(text);
        var query = MatchQuery.Of(analysed, generation.Index);
        // What is found in the message's own letters is compared in them; other spellings only add to it.
        var candidates = Read(query, query.Script, OwnQuota, generation).ToDictionary(candidate => candidate.Claim);
        var otherQuota = candidates.Count < OtherQuota ? OwnQuota : OtherQuota;
        foreach (var script in Enum.GetValues<ScriptGroup>().Where(script => script != query.Script))
        {
            foreach (var candidate in Read(query.In(script, analysed, generation.Index) ?? query, script, otherQuota, generation))
                candidates.TryAdd(candidate.Claim, candidate);
        }
        return [.. candidates.Values];
    }

    private static List<MatchCandidate> Read(MatchQuery query, ScriptGroup script, int quota, KnowledgeGeneration generation)
    {
        var found = generation.Index.Search(script, query.SearchTerms, quota);
        var reader = new FeatureReader(query, generation.Index.Weights);
        var reachable = Math.Max(query.TotalWeight, 1) * byte.MaxValue;
        return generation.ReadPassages(passages => found
            .Select(candidate => new MatchCandidate(candidate.Claim, reader.Read(candidate.Score / reachable, passages.Of(candidate.Claim))))
            .ToList());
    }

    /// <summary>Adds the features that compare candidates, ranks them and gives the probabilities.</summary>
    internal static IReadOnlyList<MatchCandidate> Rank(IReadOnlyList<MatchCandidate> candidates, MatchModel model)
    {
        var compared = MatchCandidate.Compare(candidates);
        return [.. compared
            .Select(candidate => candidate with { Probability = model.ProbabilityOf(candidate.Features) })
            .OrderByDescending(candidate => model.RankOf(candidate.Features))
            .ThenBy(candidate => candidate.Claim)];
    }

    private Decision Decide(MatchCandidate? best) => best switch
    {
        { Probability: var probability, Features: var features } when probability >= options.AnswerAt && MayAnswer(features) => Decision.Answer,
        { Probability: var probability } when probability >= options.AskAt => Decision.Ask,
        _ => Decision.None,
    };

    // Another number, or the one word missing that the claim turns on, makes another claim of the same sentence. What is
    // all but word for word on record is that claim, whatever its other wordings say.
    private static bool MayAnswer(MatchFeatures features) =>
        features.NumbersConflict == 0 && (!features.LeavesOutKeyTerm || features.BestOverlap >= VerbatimOverlap);
}
