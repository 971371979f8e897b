using FactChecking.Variants;

namespace FactChecking.Curation.DataFiles.Records;

internal sealed record ClaimRecord(
    string Id,
    string? Parent,
    List<string> Narratives,
    bool Checkable,
    string NormalizedVerdict,
    string? VerdictNote,
    Dictionary<string, string> Text,
    List<EstablishedRecord>? Established,
    List<string>? SaidBy,
    string? When,
    List<string>? SpreadWhere,
    List<string>? DisarmSuggested,
    List<DebunkRecord>? Debunks,
    List<VariantRecord>? Variants,
    List<TestMessageRecord>? TestMessages,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id)
{
    /// <summary>The variants as the search sees them, in the order of the file.</summary>
    public IReadOnlyList<Variant> SearchableVariants =>
        [.. (Variants ?? []).Select(variant => new Variant(variant.Language, variant.Form, variant.Origin, variant.Text))];
}

/// <summary>A statement that the evidence carries. <paramref name="Side"/>: supported or challenged, for a mixed finding.</summary>
internal sealed record EstablishedRecord(string? Side, Dictionary<string, string> Text, List<EvidenceRecord> Evidence);

internal sealed record DebunkRecord(string Document, string Scope, string? RatingAsPublished, string? Quote, string? QuoteRole, string? Note);

internal sealed record VariantRecord(string Language, string Form, string Origin, bool Synthetic, string Text);

/// <summary>A message that must (<paramref name="Expect"/>: match) or must not (no_match) lead to the claim.</summary>
internal sealed record TestMessageRecord(string Text, string Expect);
