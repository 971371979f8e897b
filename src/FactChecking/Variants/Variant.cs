using FactChecking.Matching.Passages;

namespace FactChecking.Variants;

/// <summary>A wording in which people pass a claim on. It helps to find the claim and is never shown.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Form">How it is worded: full, partial, headline, question …</param>
/// <param name="Origin">One of <see cref="VariantOrigin"/>.</param>
/// <param name="Text">The wording.</param>
internal sealed record Variant(string Language, string Form, string Origin, string Text)
{
    /// <summary>What messages are matched with.</summary>
    public Passage ToPassage() => new("variant", Language, Text);
}
