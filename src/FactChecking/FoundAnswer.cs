using FactChecking.Answers;

namespace FactChecking;

/// <summary>One of several answers to choose from.</summary>
/// <param name="Key">Short and stable over generations of the records: at most 64 bytes.</param>
/// <param name="Claim">The claim in the answer's language; null where no claim matched.</param>
/// <param name="Answer">The answer.</param>
public sealed record FoundAnswer(string Key, string? Claim, Answer Answer);
