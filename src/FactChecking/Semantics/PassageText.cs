namespace FactChecking.Semantics;

/// <summary>The text of a passage, and where it stands in its generation.</summary>
internal sealed record PassageText(PassagePlace Place, string Text);

/// <param name="Claim">Number of the claim.</param>
/// <param name="Ordinal">Place among the claim's passages.</param>
internal readonly record struct PassagePlace(int Claim, int Ordinal);
