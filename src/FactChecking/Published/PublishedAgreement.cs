using FactChecking.Dossiers;
using FactChecking.Languages;

namespace FactChecking.Published;

/// <summary>All on record of an agreement.</summary>
/// <param name="Agreement">Parties, title, date and evidence.</param>
/// <param name="Place">Where it was signed; null if unknown.</param>
/// <param name="Terms">What it says, as far as that is published.</param>
public sealed record PublishedAgreement(Agreement Agreement, string? Place, IReadOnlyList<LocalizedText> Terms);

/// <summary>A document and the claims that name it.</summary>
public sealed record PublishedDocument(Document Document, IReadOnlyList<ClaimLine> Claims);

/// <summary>A claim with what fact-checkers published on that very claim.</summary>
public sealed record ReviewedClaim(string Id, LocalizedText Text, string? SaidBy, string? When, IReadOnlyList<Debunk> Reviews);
