namespace FactChecking.Answers;

/// <summary>A reply on a claim, with what it was made from.</summary>
/// <param name="View">What the template saw.</param>
/// <param name="Rendered">The template's lines, before they were set as HTML.</param>
/// <param name="Html">The reply as sent.</param>
/// <param name="VisibleLength">Characters that a person sees.</param>
/// <param name="Origin">Ids of the origin records shown.</param>
/// <param name="Citations">What the markers point to.</param>
internal sealed record ComposedReply(
    ReplyView View,
    string Rendered,
    string Html,
    int VisibleLength,
    Origin Origin,
    IReadOnlyList<Citation> Citations);
