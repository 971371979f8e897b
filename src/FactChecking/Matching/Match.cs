using FactChecking.Matching.Candidates;

namespace FactChecking.Matching;

/// <summary>A claim that a message may be about.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Probability">The calibrated chance that it is the one.</param>
public sealed record Match(string Claim, double Probability)
{
    internal MatchFeatures Features { get; init; } = new();

    /// <summary>False when it may be asked about and never answered, however likely it is.</summary>
    internal bool MayAnswer { get; init; }
}
