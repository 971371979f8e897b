using System.IO.Compression;
using System.Text.RegularExpressions;
using FactChecking.Curation.Exchange.Imports;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FactChecking.Curation.Exchange.Archives;

/// <summary>
/// The files of a data folder as one: records, schemas and README, in the order of their names and with the same time for
/// all, so that the same files make the same archive, byte for byte.
/// </summary>
internal static partial class DataArchive
{
    private const string Readme = "README.md";

    // A record is some kilobytes; these are far beyond and keep a bomb from filling the memory.
    private const int MaxFiles = 100_000;
    private const int LargestFile = 1024 * 1024;
    private const long LargestTogether = 256 * 1024 * 1024;
    private const int DeepestYaml = 32;

    // The earliest that ZIP can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the files of a folder as ZIP.</summary>
    public static void Write(string folder, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in ReadFolder(folder))
        {
            var entry = archive.CreateEntry(name);
            entry.LastWriteTime = NoTime;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }

    /// <summary>The files of a folder that belong to the data, by their names with "/".</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SortedDictionary<string, byte[]> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no data folder “{folder}”. Set Knowledge:DataFolder.");
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (IsOfData(name))
                files[name] = File.ReadAllBytes(file);
        }
        return files;
    }

    /// <summary>The files of a ZIP.</summary>
    /// <exception cref="ImportRefusedException">It is no ZIP, or holds what no data folder holds.</exception>
    public static SortedDictionary<string, byte[]> ReadZip(Stream input, string archiveName)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = LargestTogether;
        try
        {
            using var archive = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxFiles)
                throw Refused("", $"holds more than {MaxFiles} files");
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                if (!IsOfData(entry.FullName) || IsLink(entry))
                    throw Refused(entry.FullName, "is no file of a data folder");
                if (!names.Add(entry.FullName))
                    throw Refused(entry.FullName, "stands there twice");
                var content = ReadEntry(entry, Math.Min(left, LargestFile)) ?? throw Refused(entry.FullName, $"is larger than {LargestFile / 1024 / 1024} MB, or all files together than {LargestTogether / 1024 / 1024} MB");
                left -= content.Length;
                files[entry.FullName] = content;
            }
            return files;
        }
        catch (InvalidDataException)
        {
            throw Refused("", "is no ZIP, or a damaged one");
        }

        ImportRefusedException Refused(string entry, string reason) =>
            new(archiveName, entry, "", reason, "Give an archive that export --format data has made");
    }

    /// <summary>What makes a file dangerous to read as YAML; null when nothing does. Reading builds a tree, which must be no forest.</summary>
    public static string? FindDanger(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            for (var depth = 0; parser.MoveNext();)
            {
                depth += parser.Current!.NestingIncrease; // MoveNext has set it
                if (depth > DeepestYaml)
                    return $"is nested deeper than {DeepestYaml} levels";
                if (parser.Current is AnchorAlias)
                    return "uses an alias, which records do not need";
            }
            return null;
        }
        catch (YamlException exception)
        {
            return $"is not YAML: {exception.Message}";
        }
    }

    public static bool IsSchema(string name) => name.StartsWith("schema/", StringComparison.Ordinal);

    public static bool IsRecord(string name) => Record().IsMatch(name);

    private static bool IsOfData(string name) => name == Readme || Schema().IsMatch(name) || IsRecord(name);

    // The upper half of the attributes is the mode of Unix; 0xA000 is a symbolic link.
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;

    // What the archive says of lengths is not believed.
    private static byte[]? ReadEntry(ZipArchiveEntry entry, long max)
    {
        using var stream = entry.Open();
        var content = new byte[max + 1];
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read > max ? null : content[..read];
    }

    [GeneratedRegex(@"\A(?:documents|entities|ownership|labels|agreements|mechanisms|events|narratives|claims|chains|outlet_policies|quality_flags)/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.yaml\z")]
    private static partial Regex Record();

    [GeneratedRegex(@"\Aschema/[a-z_]+\.schema\.json\z")]
    private static partial Regex Schema();
}
