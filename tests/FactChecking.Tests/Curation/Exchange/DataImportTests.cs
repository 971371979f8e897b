using System.IO.Compression;
using System.Text;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange.Archives;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Exchange;

public sealed class DataImportTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly string _folder;
    private readonly DataImport _import;

    public DataImportTests()
    {
        _folder = DataCopy.To(_temporary.File("data"));
        _import = new DataImport(_folder, new ExchangeOptions());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_comes_back_byte_for_byte()
    {
        var archive = Export();
        var before = Files();
        File.Delete(Path.Combine(_folder, "quality_flags", "QF-09.yaml"));
        File.AppendAllText(Path.Combine(_folder, "claims", "C-NATO20.yaml"), "# a note\n");
        File.Copy(Path.Combine(_folder, "quality_flags", "QF-01.yaml"), Path.Combine(_folder, "quality_flags", "QF-99.yaml"));
        File.WriteAllText(Path.Combine(_folder, "quality_flags", "QF-99.yaml"), File.ReadAllText(Path.Combine(_folder, "quality_flags", "QF-99.yaml")).Replace("QF-01", "QF-99", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "stays");

        var preview = await _import.PreviewAsync(Zip(archive), Cancellation);
        Assert.Equal((1, 1, 1, 0), (preview.CountOf(PreviewKind.Added), preview.CountOf(PreviewKind.Changed), preview.CountOf(PreviewKind.Gone), preview.CountOf(PreviewKind.Refused)));
        Assert.Contains(preview.Entries, entry => entry is { Kind: PreviewKind.Gone, Place: "quality_flags/QF-99.yaml" });

        await _import.ImportAsync(Zip(archive), "anna", Cancellation);

        Assert.Equal("stays", File.ReadAllText(Path.Combine(_folder, "notes.txt")));
        File.Delete(Path.Combine(_folder, "notes.txt"));
        Assert.Equal(before, Files());
        Assert.Equal(archive, Export());
        Assert.Empty((await new DataFolder(_folder).ValidateAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task A_folder_is_imported_like_an_archive_and_changed_fields_are_named()
    {
        var other = DataCopy.To(_temporary.File("other"));
        var file = Path.Combine(other, "entities", "O-RT.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("  - swentr.site\n", "  - swentr.site\n  - swentr.example\n", StringComparison.Ordinal));

        var preview = await _import.ImportFolderAsync(other, "anna", Cancellation);

        Assert.Equal("mirrors", Assert.Single(Assert.Single(preview.Entries).Changes).Field);
        Assert.Contains("swentr.example", File.ReadAllText(Path.Combine(_folder, "entities", "O-RT.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_with_a_fault_change_nothing()
    {
        var other = DataCopy.To(_temporary.File("other"));
        var file = Path.Combine(other, "claims", "C-NATO20.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("document: D-EUVS-NATOPOLL", "document: D-WOF-ZH", StringComparison.Ordinal));
        var before = Files();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportFolderAsync(other, "anna", Cancellation));

        Assert.Contains("claims/C-NATO20.yaml line", refused.Message, StringComparison.Ordinal);
        Assert.Contains("pseudo-fact-checker", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("../evil.yaml")]
    [InlineData("claims/../../evil.yaml")]
    [InlineData("/etc/evil.yaml")]
    [InlineData("claims\\..\\evil.yaml")]
    [InlineData("C:/evil.yaml")]
    [InlineData("claims/run.sh")]
    [InlineData("claims/C-NATO20.yaml\n")]
    public async Task A_file_that_no_data_folder_holds_is_refused(string name)
    {
        var before = Files();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportAsync(Zip(Archive((name, "x"))), "anna", Cancellation));

        Assert.Contains("is no file of a data folder", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.False(File.Exists(_temporary.File("evil.yaml")));
    }

    [Fact]
    public async Task A_symbolic_link_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("claims/C-X.yaml");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = entry.Open();
            target.Write("/etc/passwd"u8);
        }

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportAsync(Zip(stream.ToArray()), "anna", Cancellation));

        Assert.Contains("is no file of a data folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_refused_without_unpacking_it()
    {
        var archive = Archive(("claims/C-X.yaml", new string('a', 200 * 1024 * 1024)));
        Assert.True(archive.Length < 1024 * 1024);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportAsync(Zip(archive), "anna", Cancellation));

        Assert.Contains("is larger than 1 MB", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deep", "nested deeper than 32 levels")]
    [InlineData("laughs", "uses an alias")]
    [InlineData("broken", "is not YAML")]
    public async Task YAML_that_would_be_dangerous_to_read_is_refused(string kind, string told)
    {
        var yaml = kind switch { "deep" => new string('[', 500_000), "laughs" => "a: &a [x]\nb: [*a, *a]\n", _ => "a: [" };

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportAsync(Zip(Archive(("claims/C-X.yaml", yaml))), "anna", Cancellation));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_cannot_loosen_the_schemas()
    {
        var other = DataCopy.To(_temporary.File("other"));
        File.WriteAllText(Path.Combine(other, "schema", "claim.schema.json"), "{}");

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportFolderAsync(other, "anna", Cancellation));

        Assert.Equal("schema/claim.schema.json", Assert.Single(refused.Faults).Place);
    }

    [Fact]
    public async Task What_is_no_archive_or_holds_no_records_is_refused()
    {
        Assert.Contains("is no ZIP", (await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportAsync(ExchangeBench.Text("no zip"), "anna", Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("holds no records", (await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ImportAsync(Zip(Archive(("README.md", "x"))), "anna", Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_fails_midway_is_taken_back()
    {
        var before = Files();
        Directory.CreateDirectory(Path.Combine(_folder, "claims", "Z.yaml")); // a folder where a file is to go

        Assert.ThrowsAny<IOException>(() => new FolderChange(_folder).Apply(
            [KeyValuePair.Create("claims/C-NATO20.yaml", "x"u8.ToArray()), KeyValuePair.Create("claims/Z.yaml", "x"u8.ToArray())], ["claims/C-COUP.yaml"]));

        Assert.Equal(before, Files());
    }

    public void Dispose() => _temporary.Dispose();

    private byte[] Export()
    {
        using var output = new MemoryStream();
        DataExport.Write(_folder, output);
        return output.ToArray();
    }

    private static ImportInput Zip(byte[] content) => new("data.zip", () => new MemoryStream(content));

    private static byte[] Archive(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .ToDictionary(file => Path.GetRelativePath(_folder, file), file => Convert.ToBase64String(File.ReadAllBytes(file)));
}
