using FactChecking.Languages;

namespace FactChecking.Search;

/// <summary>What is looked for.</summary>
/// <param name="Words">As typed, in any of the languages; the last word may be its beginning. Null or empty: all of the kind, and without a kind the claims.</param>
public sealed record RecordQuery(string? Words = null)
{
    /// <summary>The most records that one page holds.</summary>
    public const int MaxRecords = 100;

    /// <summary>Records of this kind only.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Records with a text in this language only: one of <see cref="ReplyLanguages.All"/>, or the tag of an imported record.</summary>
    public string? Language { get; init; }

    /// <summary>Claims with a review on this site only: a host name; of its subdomains, too.</summary>
    public string? Site { get; init; }

    /// <summary>Records of this day and later only.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Claims alone that have a fact-check of this very claim.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>How many, 1 to <see cref="MaxRecords"/>.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where the page before ended, as its <see cref="RecordPage.Next"/> said; anything else is the first page.</summary>
    public string? After { get; init; }
}
