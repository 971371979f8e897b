namespace FactChecking.Matching.Candidates;

/// <summary>A claim that came out of the index for a message, and what speaks for it.</summary>
/// <param name="Claim">Number of the claim in its generation.</param>
/// <param name="Kind">Which letters message and record share.</param>
/// <param name="Features">What speaks for it.</param>
internal sealed record MatchCandidate(int Claim, MatchKind Kind, MatchFeatures Features)
{
    /// <summary>The calibrated chance that it is the one.</summary>
    public double Probability { get; init; }

    /// <summary>Fills in the features that a candidate has only beside the others.</summary>
    public static IEnumerable<MatchCandidate> Compare(IReadOnlyList<MatchCandidate> candidates)
    {
        if (candidates.Count == 0)
            return [];

        var highest = candidates.Max(candidate => candidate.Features.Score);
        var overlaps = candidates.Select(candidate => candidate.Features.BestOverlap).OrderDescending().Take(2).ToList();
        var cosines = candidates.Select(candidate => candidate.Features.Meaning?.Telling).OfType<double>().OrderDescending().Take(2).ToList();
        return candidates.Select(candidate => candidate with
        {
            Features = candidate.Features with
            {
                RelativeScore = highest == 0 ? 0 : candidate.Features.Score / highest,
                Margin = candidate.Features.BestOverlap - RivalOf(candidate.Features.BestOverlap, overlaps),
                Meaning = candidate.Features.Meaning is { } meaning ? meaning with { Gap = GapOf(meaning.Telling, cosines) } : null,
            },
        });
    }

    // A cosine is never nothing: the only one there is has no next one to be ahead of.
    private static double GapOf(double cosine, List<double> bestTwo) => bestTwo.Count < 2 ? 0 : cosine - RivalOf(cosine, bestTwo);

    private static double RivalOf(double overlap, List<double> bestTwo) =>
        overlap < bestTwo[0] || bestTwo.Count < 2 ? (bestTwo.Count < 2 ? 0 : bestTwo[0]) : bestTwo[1];
}
