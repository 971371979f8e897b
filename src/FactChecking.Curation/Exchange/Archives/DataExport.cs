namespace FactChecking.Curation.Exchange.Archives;

/// <summary>Writes the data folder as one ZIP, which <see cref="DataImport"/> reads without loss.</summary>
public static class DataExport
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void Write(string folder, Stream output) => DataArchive.Write(folder, output);
}
