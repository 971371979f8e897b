namespace FactChecking.Matching.Passages;

/// <summary>A text of a claim that messages are matched with.</summary>
/// <param name="Field">claim, variant, title or summary.</param>
/// <param name="Language">BCP 47 tag, where known.</param>
/// <param name="Text">The text.</param>
internal sealed record Passage(string Field, string? Language, string Text);
