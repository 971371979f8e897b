using FactChecking.Languages;

namespace FactChecking.Dossiers;

/// <summary>All that is on record about one claim and may be said to a person.</summary>
public sealed record ClaimDossier(
    string Id,
    string Key,
    LocalizedText Text,
    bool Checkable,
    string? When,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Debunk> Debunks,
    IReadOnlyList<EstablishedStatement> Established,
    IReadOnlyList<Entity> SaidBy,
    IReadOnlyList<OriginTrail> Trails);

/// <summary>Where a statement stands.</summary>
public sealed record Evidence(Document Document, string? Quote);

/// <summary>A document as replies cite it. <paramref name="Url"/> is null where none is held or policy forbids the link.</summary>
public sealed record Document(
    string Id,
    string Title,
    string Publisher,
    string? Author,
    string? PublisherType,
    string? Date,
    string? Language,
    string Seen,
    string? Url)
{
    /// <summary>Who to name: the author of a text without a publisher of its own, else the publisher.</summary>
    public string Name => Author ?? Publisher;
}

/// <summary>A published fact-check, or evidence that bears on the claim.</summary>
/// <param name="Document">Where it was published.</param>
/// <param name="Scope">What it reviews: the claim itself, an earlier version, a broader narrative …</param>
/// <param name="Rating">The rating in the publisher's own words; null when it gave none.</param>
/// <param name="Quote">Words of the document.</param>
/// <param name="QuoteRole">What the quote is: the finding, the claim as the document words it, or context.</param>
public sealed record Debunk(Document Document, string Scope, string? Rating, string? Quote, string QuoteRole)
{
    /// <summary>The rating; null where curators only describe in brackets what stands in its place ("(headline: …)").</summary>
    public string? PublishedRating => Rating is ['(', ..] ? null : Rating;
}

/// <summary>A statement that the evidence carries. <paramref name="Side"/>: supported or challenged, for a mixed finding.</summary>
public sealed record EstablishedStatement(string? Side, LocalizedText Text, IReadOnlyList<Evidence> Evidence);

/// <summary>An outlet, owner, institution, platform or official; names by language, the one to show first.</summary>
public sealed record Entity(string Id, string Kind, IReadOnlyDictionary<string, IReadOnlyList<string>> Names)
{
    public string NameIn(string language) =>
        Names.TryGetValue(language, out var names) || Names.TryGetValue(ReplyLanguages.English, out names)
            ? names[0]
            : Names.Values.First()[0];
}
