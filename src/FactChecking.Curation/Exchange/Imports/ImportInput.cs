namespace FactChecking.Curation.Exchange.Imports;

/// <summary>A file to import. It is opened once for a preview and once for the import.</summary>
/// <param name="Name">Its name, without a folder, as faults give it.</param>
/// <param name="Open">Opens it.</param>
public sealed record ImportInput(string Name, Func<Stream> Open)
{
    public static ImportInput OfFile(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));

    /// <summary>Opens it so that no more than this many megabytes can be read.</summary>
    /// <exception cref="ImportRefusedException">It is larger; thrown at once where its length is known, else while reading.</exception>
    internal Stream OpenLimited(int maxMegabytes) => new LimitedStream(Open(), Name, maxMegabytes);
}
