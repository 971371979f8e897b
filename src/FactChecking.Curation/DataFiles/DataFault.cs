namespace FactChecking.Curation.DataFiles;

/// <summary>Something wrong in a data file, said so that a curator can mend it.</summary>
/// <param name="File">The file, relative to the data folder.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Reason">What is wrong and, where it helps, what would be right.</param>
public sealed record DataFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
