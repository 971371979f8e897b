using System.Text;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using Newtonsoft.Json.Linq;

namespace FactChecking.Curation.Exchange.Archives;

/// <summary>
/// Puts the files of an archive, or of another folder, in place of the records of the data folder: all or nothing, and only if
/// they are as sound as <c>validate</c> asks. The schemas are the program's own: an archive cannot loosen them.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="options">Limits.</param>
/// <param name="note">Keeps the history of the changed records; null: nobody does.</param>
public sealed class DataImport(string folder, ExchangeOptions options, NoteChangedFiles? note = null)
{
    /// <summary>Says what an import would change, file by file.</summary>
    /// <exception cref="ImportRefusedException">It is no archive of a data folder.</exception>
    public async Task<ImportPreview> PreviewAsync(ImportInput input, CancellationToken cancellationToken) =>
        await PreviewAsync(input.Name, ReadZip(input), cancellationToken);

    /// <summary>The same for a folder.</summary>
    public async Task<ImportPreview> PreviewFolderAsync(string from, CancellationToken cancellationToken) =>
        await PreviewAsync(from, ReadFolder(from), cancellationToken);

    /// <summary>Imports an archive.</summary>
    /// <param name="input">The archive.</param>
    /// <param name="by">Who imports, for the history.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What it changed.</returns>
    /// <exception cref="ImportRefusedException">Something is wrong; nothing was changed.</exception>
    public async Task<ImportPreview> ImportAsync(ImportInput input, string by, CancellationToken cancellationToken) =>
        await ImportAsync(input.Name, ReadZip(input), by, cancellationToken);

    /// <summary>The same for a folder.</summary>
    public async Task<ImportPreview> ImportFolderAsync(string from, string by, CancellationToken cancellationToken) =>
        await ImportAsync(from, ReadFolder(from), by, cancellationToken);

    private SortedDictionary<string, byte[]> ReadZip(ImportInput input)
    {
        using var stream = input.OpenLimited(options.MaxMegabytes);
        using var copy = new MemoryStream(); // the list of a ZIP is at its end
        stream.CopyTo(copy);
        return DataArchive.ReadZip(copy, input.Name);
    }

    private static SortedDictionary<string, byte[]> ReadFolder(string from) => Directory.Exists(from)
        ? DataArchive.ReadFolder(from)
        : throw new ImportRefusedException(from, "", "", "is not there", "Name a folder, or an archive");

    private async Task<ImportPreview> PreviewAsync(string name, SortedDictionary<string, byte[]> next, CancellationToken cancellationToken)
    {
        var preview = new PreviewBuilder(name);
        foreach (var fault in await FaultsAsync(name, next, cancellationToken))
            preview.AddRefused(fault);
        var now = DataArchive.ReadFolder(folder);
        foreach (var file in now.Keys.Union(next.Keys).Where(file => !DataArchive.IsSchema(file)).Order(StringComparer.Ordinal))
        {
            var (before, after) = (now.GetValueOrDefault(file), next.GetValueOrDefault(file));
            var kind = before is null ? PreviewKind.Added
                : after is null ? PreviewKind.Gone
                : before.AsSpan().SequenceEqual(after) ? PreviewKind.Same
                : PreviewKind.Changed;
            preview.Add(kind, file, Path.GetFileNameWithoutExtension(file), "", kind == PreviewKind.Changed ? Changes(before!, after!) : []); // both are there
        }
        return preview.Build();
    }

    private async Task<ImportPreview> ImportAsync(string name, SortedDictionary<string, byte[]> next, string by, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(name, next, cancellationToken);
        if (await FaultsAsync(name, next, cancellationToken) is { Count: > 0 } faults)
            throw new ImportRefusedException(faults);
        var now = DataArchive.ReadFolder(folder);
        new FolderChange(folder).Apply(
            next.Where(pair => !DataArchive.IsSchema(pair.Key) && now.GetValueOrDefault(pair.Key)?.AsSpan().SequenceEqual(pair.Value) != true),
            now.Keys.Where(file => !DataArchive.IsSchema(file) && !next.ContainsKey(file)));
        if (note is not null)
            await note([.. Changed(now, next)], by, $"Imported with {Path.GetFileName(Path.TrimEndingDirectorySeparator(name))}");
        return preview;
    }

    private static IEnumerable<ChangedFile> Changed(SortedDictionary<string, byte[]> now, SortedDictionary<string, byte[]> next)
    {
        foreach (var file in now.Keys.Union(next.Keys).Where(DataArchive.IsRecord).Order(StringComparer.Ordinal))
        {
            var (before, after) = (TextOf(now.GetValueOrDefault(file)), TextOf(next.GetValueOrDefault(file)));
            if (before != after)
                yield return new ChangedFile(file.Split('/')[0], Path.GetFileNameWithoutExtension(file), before, after);
        }
    }

    // As File.ReadAllText has it, which the editor compares with: without a byte order mark.
    private static string? TextOf(byte[]? content) => content is null ? null : new StreamReader(new MemoryStream(content)).ReadToEnd();

    private async Task<IReadOnlyList<ImportFault>> FaultsAsync(string name, SortedDictionary<string, byte[]> next, CancellationToken cancellationToken)
    {
        var schemas = DataArchive.ReadFolder(folder).Where(pair => DataArchive.IsSchema(pair.Key)).ToDictionary();
        var faults = new List<ImportFault>();
        foreach (var (file, content) in next)
        {
            if (DataArchive.IsSchema(file) && (!schemas.TryGetValue(file, out var own) || !own.AsSpan().SequenceEqual(content)))
                faults.Add(new ImportFault(name, file, "", "differs from this program's", "Take schema/ out: records are checked by this program's own"));
            if (DataArchive.IsRecord(file) && DataArchive.FindDanger(Encoding.UTF8.GetString(content)) is { } danger)
                faults.Add(new ImportFault(name, file, "", danger, "Mend the file"));
        }
        if (!next.Keys.Any(DataArchive.IsRecord))
            faults.Add(new ImportFault(name, "", "", "holds no records", "Give a data folder, or an archive of one"));
        if (faults.Count > 0)
            return faults;

        var trial = Directory.CreateTempSubdirectory("data-import-").FullName;
        try
        {
            foreach (var (file, content) in next.Where(pair => DataArchive.IsRecord(pair.Key)).Concat(schemas))
                WriteFile(Path.Combine(trial, file), content);
            var findings = await new DataFolder(trial).ValidateAsync(cancellationToken);
            return [.. findings.Faults.Select(fault => new ImportFault(name, $"{fault.File} line {fault.Line}", "", fault.Reason, "Mend the file"))];
        }
        finally
        {
            Directory.Delete(trial, recursive: true);
        }
    }

    private static void WriteFile(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file always stands in a folder
        File.WriteAllBytes(path, content);
    }

    private static IReadOnlyList<FieldChange> Changes(byte[] before, byte[] after)
    {
        if (Fields(before) is not { } then || Fields(after) is not { } now)
            return [];
        return [.. then.Properties().Select(property => property.Name).Union(now.Properties().Select(property => property.Name))
            .Where(field => !JToken.DeepEquals(then[field], now[field]))
            .Select(field => new FieldChange(field, then[field]?.ToString(), now[field]?.ToString()))];
    }

    private static JObject? Fields(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        try
        {
            return DataArchive.FindDanger(text) is null ? YamlFile.Parse("", text).Root as JObject : null;
        }
        catch (DataFaultsException)
        {
            return null;
        }
    }
}
