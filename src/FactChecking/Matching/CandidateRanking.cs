using FactChecking.Matching.Candidates;
using FactChecking.Matching.Rules;

namespace FactChecking.Matching;

/// <summary>Puts candidates in order and says how likely each is.</summary>
internal static class CandidateRanking
{
    /// <summary>Adds the features that compare candidates, ranks them and gives the probabilities.</summary>
    public static IReadOnlyList<MatchCandidate> Rank(IReadOnlyList<MatchCandidate> candidates, MatchModel model)
    {
        // Scores of two kinds are not comparable, probabilities are; but among what is unlikely they tell little, and the
        // message's own language goes first. Within a kind the rank holds.
        var kinds = Apart(candidates).Select(ofKind => new Queue<MatchCandidate>(RankOneKind(ofKind, model))).ToList();
        var merged = new List<MatchCandidate>(candidates.Count);
        while (kinds.Where(kind => kind.Count > 0).MaxBy(kind => Precedence(kind.Peek())) is { } next)
            merged.Add(next.Dequeue());
        return merged;
    }

    /// <summary>The candidates in the message's own language, and those of every kind of translation.</summary>
    public static IEnumerable<IReadOnlyList<MatchCandidate>> Apart(IReadOnlyList<MatchCandidate> candidates) =>
        candidates.GroupBy(candidate => candidate.Kind.IsTranslated() ? candidate.Kind : MatchKind.Latin).Select(IReadOnlyList<MatchCandidate> (ofKind) => [.. ofKind]);

    /// <summary>The chance that this candidate is meant.</summary>
    public static double ProbabilityOf(MatchCandidate candidate, MatchModel model) =>
        candidate.Features.IsWordForWord ? MatchRules.CertainProbability : model.ProbabilityOf(candidate.Kind, candidate.Features);

    /// <summary>The candidate as if this one came next after it; null: as if none did.</summary>
    public static MatchCandidate AheadOf(MatchCandidate? rival, MatchCandidate candidate, MatchModel model)
    {
        var features = candidate.Features;
        var ahead = candidate with
        {
            Features = features with
            {
                Margin = Math.Max(features.Margin, features.BestOverlap - (rival?.Features.BestOverlap ?? 0)),
                RankLead = Math.Max(features.RankLead, LeadOver(rival, candidate)),
            },
        };
        return ahead with { Probability = ProbabilityOf(ahead, model) };
    }

    private static (bool, double) Precedence(MatchCandidate candidate) =>
        (!candidate.Kind.IsTranslated() || candidate.Probability >= MatchRules.LikelyTranslation, candidate.Probability);

    private static IEnumerable<MatchCandidate> RankOneKind(IReadOnlyList<MatchCandidate> candidates, MatchModel model)
    {
        var ranked = MatchCandidate.Compare(candidates)
            .Select(candidate => candidate with { Features = candidate.Features with { RankScore = model.RankByWords(candidate.Kind, candidate.Features) } })
            .OrderByDescending(candidate => model.RankOf(candidate.Features))
            .ThenBy(candidate => candidate.Claim)
            .ToList();
        var rival = ranked.Skip(1).MaxBy(candidate => candidate.Features.RankScore);
        ranked[0] = ranked[0] with { Features = ranked[0].Features with { RankLead = LeadOver(rival, ranked[0]) } };
        return ranked.Select(candidate => candidate with { Probability = ProbabilityOf(candidate, model) });
    }

    private static double LeadOver(MatchCandidate? rival, MatchCandidate candidate) =>
        Math.Sqrt(rival is null ? MatchRules.MaxLead : Math.Clamp(candidate.Features.RankScore - rival.Features.RankScore, 0, MatchRules.MaxLead));
}
