namespace FactChecking.Curation.Exchange.Imports;

/// <summary>What an import would do. Nothing was stored.</summary>
/// <param name="Name">The file, without its folder, or the address.</param>
/// <param name="Counts">How many items there are of each kind.</param>
/// <param name="Entries">The items that would change something or are refused, in the order of the file; a large file's first ones only.</param>
/// <param name="Notes">What to know about the preview itself.</param>
public sealed record ImportPreview(
    string Name, IReadOnlyDictionary<PreviewKind, int> Counts, IReadOnlyList<PreviewEntry> Entries, IReadOnlyList<string> Notes)
{
    /// <summary>So many entries are listed; the counts are of all.</summary>
    public const int MaxEntries = 500;

    public int CountOf(PreviewKind kind) => Counts.GetValueOrDefault(kind);
}

/// <summary>What would become of an item.</summary>
public enum PreviewKind
{
    /// <summary>It would be new.</summary>
    Added,

    /// <summary>It would be new, and is likely about a claim that is on record.</summary>
    LikelyDuplicate,

    /// <summary>It would take the place of an earlier one.</summary>
    Changed,

    /// <summary>It is on record as it is.</summary>
    Same,

    /// <summary>It stands in the file a second time: the first counts.</summary>
    Repeated,

    /// <summary>It is on record and not in the file, and would go.</summary>
    Gone,

    /// <summary>It is wrong: the import is refused, or leaves it out where that is wanted.</summary>
    Refused,
}

/// <summary>One item of a preview.</summary>
/// <param name="Kind">What would become of it.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Id">The id of its record; empty where it has none.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Changes">The fields that differ.</param>
/// <param name="Like">For a likely duplicate: the id of the claim on record, and how that was found out.</param>
/// <param name="Fault">Why it is refused.</param>
public sealed record PreviewEntry(
    PreviewKind Kind, string Place, string Id, string Title, IReadOnlyList<FieldChange> Changes, LikelyDuplicate? Like, ImportFault? Fault);

/// <summary>A field with the value on record and the new one; null: none.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A claim on record that an item is likely about.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="ByLink">True: an address of the item stands for it; false: a message of the item's words would be answered with it.</param>
public sealed record LikelyDuplicate(string Claim, bool ByLink);
