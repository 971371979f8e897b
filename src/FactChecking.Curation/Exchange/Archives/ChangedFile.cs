namespace FactChecking.Curation.Exchange.Archives;

/// <summary>A file of a record that an import changed.</summary>
/// <param name="Kind">Folder of the record.</param>
/// <param name="Id">Name of the file, without its ending.</param>
/// <param name="Before">Its text before; null where it was not there.</param>
/// <param name="After">Its text after; null where it is gone.</param>
public sealed record ChangedFile(string Kind, string Id, string? Before, string? After);

/// <summary>Notes what an import changed.</summary>
/// <param name="files">The changed files.</param>
/// <param name="by">Who imported.</param>
/// <param name="reason">What they imported.</param>
public delegate Task NoteChangedFiles(IReadOnlyList<ChangedFile> files, string by, string reason);
