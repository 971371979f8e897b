namespace FactChecking.Curation.Drafting;

/// <summary>A record with what the model drafted in it. Nothing of it is saved.</summary>
/// <param name="Text">The record's text; as it was where nothing was drafted.</param>
/// <param name="Drafted">The fields that the model filled, by path.</param>
/// <param name="Dropped">What it drafted that was not taken, and why.</param>
/// <param name="Failure">Why nothing came; null: something came.</param>
public sealed record DraftedRecord(string Text, IReadOnlyList<string> Drafted, IReadOnlyList<string> Dropped, string? Failure = null);
