using FactChecking.Languages;

namespace FactChecking.Search;

/// <summary>A page of records.</summary>
/// <param name="Records">The records: those that are called just so first, then by how well they fit; without words the newest first.</param>
/// <param name="Next">For <see cref="RecordQuery.After"/>; null on the last page.</param>
/// <param name="Kinds">How many records of each kind the words find, whichever kind is asked for; empty where nobody counted.</param>
public sealed record RecordPage(IReadOnlyList<FoundRecord> Records, string? Next, IReadOnlyDictionary<RecordKind, int> Kinds);

/// <summary>A record as it is listed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, unique among its kind.</param>
/// <param name="Title">Its text, name or title.</param>
/// <param name="Detail">Publisher of a claim's first review or of a document; kind of an entity or agreement; else null.</param>
/// <param name="Date">ISO 8601, perhaps a month or a year only; null if unknown.</param>
public sealed record FoundRecord(RecordKind Kind, string Id, LocalizedText Title, string? Detail, string? Date);
