namespace FactChecking.Published;

/// <summary>The addresses under which everybody finds the pages of the records, where they are set (<see cref="PagesOptions"/>).</summary>
public sealed class PublicAddress(PagesOptions options)
{
    private readonly string? _root = string.IsNullOrWhiteSpace(options.PublicAddress) ? null : new Uri(options.PublicAddress).GetLeftPart(UriPartial.Authority);

    /// <summary>The address of a path; null where none is set.</summary>
    /// <param name="path">With a slash in front, and a query if need be.</param>
    public string? Of(string path) => _root is null ? null : _root + path;

    public string? OfClaim(string id) => Of(Path("claims", id));

    public string? OfEntity(string id) => Of(Path("outlets", id));

    public string? OfAgreement(string id) => Of(Path("agreements", id));

    public string? OfDocument(string id) => Of(Path("sources", id));

    /// <summary>The path of a record's page. Ids of imported records may hold anything.</summary>
    /// <param name="pages">claims, outlets, agreements or sources.</param>
    /// <param name="id">The record's id.</param>
    public static string Path(string pages, string id) => $"/{pages}/{Uri.EscapeDataString(id)}";
}
