namespace FactChecking.Answers;

/// <summary>What is said of outlets, with what it rests on.</summary>
/// <param name="Html">Telegram HTML.</param>
/// <param name="Origin">Ids of the records shown.</param>
/// <param name="Citations">What the markers point to.</param>
internal sealed record OutletReply(string Html, Origin Origin, IReadOnlyList<Citation> Citations);
