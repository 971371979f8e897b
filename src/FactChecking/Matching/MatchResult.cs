using FactChecking.Answers;

namespace FactChecking.Matching;

/// <summary>What was decided about a message, and the claims it may be about, best first.</summary>
/// <param name="Decision"><see cref="Decision.Answer"/>, <see cref="Decision.Ask"/> or <see cref="Decision.None"/>.</param>
/// <param name="Matches">The candidates, best first.</param>
public sealed record MatchResult(Decision Decision, IReadOnlyList<Match> Matches);
