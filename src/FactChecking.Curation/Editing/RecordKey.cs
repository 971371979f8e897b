using System.Text.RegularExpressions;
using FactChecking.Curation.DataFiles;
using FactChecking.Knowledge;

namespace FactChecking.Curation.Editing;

/// <summary>Names a record: of the data folder, or one that came from an import.</summary>
/// <param name="Kind">Its folder, one of <see cref="DataFolder.Kinds"/>: claims, documents …; or <see cref="Imported"/>.</param>
/// <param name="Id">Its id, which is also the name of its file; of an imported one its <see cref="ClaimKey"/>, as its id may be any text.</param>
public sealed partial record RecordKey(string Kind, string Id)
{
    /// <summary>The kind of records that came from an import and have no file.</summary>
    public const string Imported = "imported";

    /// <summary>The key of the imported record with this id.</summary>
    public static RecordKey OfImported(string claim) => new(Imported, ClaimKey.Of(claim));

    /// <summary>The key of a claim on record: what is not named as claims of the data folder are came from an import.</summary>
    public static RecordKey OfClaim(string claim) => Of("claims", claim) ?? OfImported(claim);

    /// <summary>The key of what is named so, which need not be there; null when a record cannot be named so.</summary>
    public static RecordKey? Of(string? kind, string? id) =>
        kind is not null && id is not null && (kind == Imported ? Keys().IsMatch(id) : DataFolder.Kinds.Contains(kind) && Ids().IsMatch(id))
            ? new RecordKey(kind, id)
            : null;

    public override string ToString() => $"{Kind}/{Id}";

    // An id is the name of a file: nothing in it may lead elsewhere.
    [GeneratedRegex(@"\A[A-Z]{1,2}-[A-Za-z0-9-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\A[0-9a-f]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Keys();
}
