namespace FactChecking.Matching;

/// <summary>A claim that a message may be about.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Probability">The calibrated chance that it is the one.</param>
public sealed record Match(string Claim, double Probability)
{
    internal MatchKind Kind { get; init; }

    internal MatchFeatures Features { get; init; } = new();
}
