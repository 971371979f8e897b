using FactChecking.Dossiers;
using FactChecking.Knowledge;

namespace FactChecking.Published;

/// <summary>What is on record, for pages and programs that read it: all of it is public, nothing is a verdict of ours.</summary>
public sealed class PublishedRecords
{
    private readonly KnowledgeBase _knowledge;

    internal PublishedRecords(KnowledgeBase knowledge) => _knowledge = knowledge;

    /// <summary>Which publication the records are of, and when that was (ISO 8601; null in a database of an earlier version).</summary>
    public (long Number, string? PublishedAt) State
    {
        get
        {
            var generation = _knowledge.Current;
            return (generation.Number, generation.Read(PublishedRecordReader.PublishedAt));
        }
    }

    /// <summary>How many claims are on record.</summary>
    public long Claims => _knowledge.Current.Claims;

    /// <summary>All on record about a claim; null when there is none with this id.</summary>
    public ClaimDossier? FindClaim(string id) => DossierReader.Find(_knowledge.Current, id);

    /// <summary>What fact-checkers published on these claims, in the order asked for; ids of no claim are left out.</summary>
    public IReadOnlyList<ReviewedClaim> FindReviews(IEnumerable<string> claims) =>
        _knowledge.Current.Read(connection => PublishedRecordReader.Reviews(connection, claims));

    /// <summary>An outlet, owner, institution or platform; null when there is none with this id.</summary>
    public PublishedOutlet? FindOutlet(string id) => PublishedRecordReader.FindOutlet(_knowledge.Current, id);

    /// <summary>Outlets, owners, institutions and platforms by their English names; no people.</summary>
    public IReadOnlyList<OutletLine> Outlets() => _knowledge.Current.Read(PublishedRecordReader.Outlets);

    /// <summary>An agreement; null when there is none with this id.</summary>
    public PublishedAgreement? FindAgreement(string id) =>
        _knowledge.Current.Read(connection => PublishedRecordReader.FindAgreement(connection, id));

    /// <summary>All agreements, oldest first, those without a date last.</summary>
    public IReadOnlyList<PublishedAgreement> Agreements() => _knowledge.Current.Read(PublishedRecordReader.Agreements);

    /// <summary>A document that records rest on, and the claims that name it; null when there is none with this id.</summary>
    public PublishedDocument? FindDocument(string id) =>
        _knowledge.Current.Read(connection => PublishedRecordReader.FindDocument(connection, id));

    /// <summary>Outlets with their owners, agreements and the ways that claims went between them.</summary>
    public OriginMap Map() => _knowledge.Current.Read(OriginMapReader.Read);

    /// <summary>The ways that one claim went, from left to right; empty where none is on record.</summary>
    public OriginMap TrailMap(string claim) =>
        FindClaim(claim) is { } dossier ? Published.TrailMap.Of(dossier) : new OriginMap([], []);
}
