using System.Text.Json.Nodes;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Storage;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Publishing;

public sealed class RecordsExportTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_exported_can_be_imported()
    {
        var lines = RecordsExport.Lines(curated.Knowledge.Current);
        var file = _folder.File("records.jsonl");
        File.WriteAllLines(file, lines);
        var database = new SqliteFile(_folder.File("copy.db"));

        var count = new RecordsImport(new KnowledgePublisher(database, TimeProvider.System)).Import(file);

        Assert.Equal(12, count);
        using var copy = new KnowledgeBase(database);
        Assert.Equal(lines.Select(Id), RecordsExport.Lines(copy.Current).Select(Id));
    }

    public void Dispose() => _folder.Dispose();

    private static string? Id(string line) => (string?)JsonNode.Parse(line)!["id"]; // a line is an object
}
