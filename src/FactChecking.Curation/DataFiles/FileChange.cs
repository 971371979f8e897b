namespace FactChecking.Curation.DataFiles;

/// <summary>A change of one file of the data folder.</summary>
/// <param name="File">Full path of the file, which need not be there yet.</param>
/// <param name="Text">What it would hold; null: the file would be gone.</param>
internal sealed record FileChange(string File, string? Text);
