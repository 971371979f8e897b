using System.Text.RegularExpressions;
using FactChecking.DataFiles;

namespace FactChecking.Curation;

/// <summary>Names a record of the data folder.</summary>
/// <param name="Kind">Its folder, one of <see cref="DataFolder.Kinds"/>: claims, documents …</param>
/// <param name="Id">Its id, which is also the name of its file.</param>
public sealed partial record RecordKey(string Kind, string Id)
{
    /// <summary>The key of what is named so, which need not be there; null when a record cannot be named so.</summary>
    public static RecordKey? Of(string? kind, string? id) =>
        kind is not null && id is not null && DataFolder.Kinds.Contains(kind) && Ids().IsMatch(id) ? new RecordKey(kind, id) : null;

    public override string ToString() => $"{Kind}/{Id}";

    // An id is the name of a file: nothing in it may lead elsewhere.
    [GeneratedRegex(@"\A[A-Z]{1,2}-[A-Za-z0-9-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
