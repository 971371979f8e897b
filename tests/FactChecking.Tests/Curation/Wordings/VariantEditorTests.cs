using System.Text.Json.Nodes;
using BotHost.Store.Proposals;
using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Curation.Wordings;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Storage;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Wordings;

public sealed class VariantEditorTests : IDisposable
{
    private const string Wording = "Дядька з базару каже: \"у НАТО\" хоче лише \\ кожен п'ятий: отак # чуєте";
    private const string Record = """{"id":"r1","lang":"en","title":"Lemon water cures diabetes overnight","text":"No drink cures diabetes."}""";

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;
    private readonly DataFolder _dataFolder;
    private readonly SqliteFile _database;
    private readonly KnowledgePublisher _publisher;
    private readonly KnowledgeBase _knowledge;
    private readonly VariantEditor _editor;

    public VariantEditorTests()
    {
        _data = DataCopy.To(_folder.File("data"));
        _dataFolder = new DataFolder(_data);
        _database = new SqliteFile(_folder.File("knowledge.db"));
        _publisher = new KnowledgePublisher(_database, TimeProvider.System);
        _knowledge = new KnowledgeBase(_database);
        _editor = new VariantEditor(_knowledge, _publisher, _dataFolder);
    }

    private string ClaimFile => Path.Combine(_data, "claims", "C-NATO20.yaml");

    [Fact]
    public async Task An_accepted_wording_is_five_lines_more_in_the_claims_file_and_the_next_load_publishes_it()
    {
        var before = await LinesAsync();
        await LoadAsync();

        var change = await AcceptAsync("C-NATO20", "uk", Wording);

        Assert.Null(change.Refused);
        var after = await LinesAsync();
        var added = after.Except(before).ToList();
        Assert.Equal(["    origin: confirmed", "    synthetic: false", "    text: \"Дядька з базару каже: \\\"у НАТО\\\" хоче лише \\\\ кожен п'ятий: отак # чуєте\""], added);
        Assert.Equal(before.Count + 5, after.Count);
        await LoadAsync();
        Assert.Equal(("confirmed", 0L, Wording), Query<(string, long, string)>("select origin, synthetic, text from claim_variants where claim_id = 'C-NATO20' and origin = 'confirmed'"));
        Assert.Equal("C-NATO20", (await new ClaimMatcher(new MatchOptions()).MatchAsync(_knowledge, Wording, 1)).Matches[0].Claim);
    }

    [Fact]
    public async Task What_was_accepted_and_removed_again_leaves_the_file_as_it_was()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_data, "claims")))
        {
            var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            await LoadAsync();
            var claim = Path.GetFileNameWithoutExtension(file);

            Assert.Null((await AcceptAsync(claim, "uk", Wording)).Refused);
            Assert.NotEqual(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            await LoadAsync();
            Assert.Null((await _editor.RemoveAsync(claim, Wording.ToUpperInvariant(), TestContext.Current.CancellationToken)).Refused);

            Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Comments_layout_and_line_ends_stay(string newLine)
    {
        var text = (await File.ReadAllTextAsync(ClaimFile, TestContext.Current.CancellationToken))
            .Replace("variants:\n", "# how people put it\nvariants:   # see data/README.md\n", StringComparison.Ordinal)
            .Replace("\nevidence:\n", "\n    # an end of the variants\n\n# what it rests on\nevidence:\n", StringComparison.Ordinal)
            .Replace("\n", newLine, StringComparison.Ordinal);
        await File.WriteAllTextAsync(ClaimFile, text, TestContext.Current.CancellationToken);
        await LoadAsync();

        Assert.Null((await AcceptAsync("C-NATO20", "uk", Wording)).Refused);

        var changed = await File.ReadAllTextAsync(ClaimFile, TestContext.Current.CancellationToken);
        var added = changed.IndexOf("  - language: uk" + newLine + "    form: hashtag" + newLine + "    origin: confirmed", StringComparison.Ordinal);
        var comment = changed.IndexOf("    # an end of the variants", StringComparison.Ordinal);
        Assert.True(comment < added && added < changed.IndexOf(newLine + "# what it rests on", StringComparison.Ordinal), changed);
        Assert.Contains("variants:   # see data/README.md" + newLine, changed, StringComparison.Ordinal);
        Assert.Equal(newLine == "\n" ? 0 : changed.Count(character => character == '\n'), changed.Count(character => character == '\r'));
    }

    [Fact]
    public async Task A_folder_that_would_not_be_sound_is_left_as_it_is()
    {
        await LoadAsync();
        await File.AppendAllTextAsync(Path.Combine(_data, "claims", "C-COUP.yaml"), "colour: red\n", TestContext.Current.CancellationToken);
        var before = await LinesAsync();

        var change = await AcceptAsync("C-NATO20", "uk", Wording);

        Assert.Contains("claims/C-COUP.yaml", change.Refused, StringComparison.Ordinal);
        Assert.Equal(before, await LinesAsync());
    }

    [Fact]
    public async Task The_last_variant_a_wording_on_record_and_an_unknown_claim_are_refused()
    {
        await LoadAsync();
        var text = await File.ReadAllTextAsync(ClaimFile, TestContext.Current.CancellationToken);
        var first = text[text.IndexOf("variants:", StringComparison.Ordinal)..].Split("  - language:")[1];
        await File.WriteAllTextAsync(ClaimFile, $"{text[..text.IndexOf("variants:", StringComparison.Ordinal)]}variants:\n  - language:{first}{text[text.IndexOf("\nevidence:", StringComparison.Ordinal)..].TrimStart()}", TestContext.Current.CancellationToken);
        await LoadAsync();
        var only = Query<string>("select text from claim_variants where claim_id = 'C-NATO20'");

        Assert.Contains("claims/C-NATO20.yaml", (await _editor.RemoveAsync("C-NATO20", only, TestContext.Current.CancellationToken)).Refused, StringComparison.Ordinal);
        Assert.Contains("says the same", (await AcceptAsync("C-NATO20", "en", only)).Refused, StringComparison.Ordinal);
        Assert.Contains("no claim C-NOWHERE", (await AcceptAsync("C-NOWHERE", "en", Wording)).Refused, StringComparison.Ordinal);
        Assert.Contains("no variant", (await _editor.RemoveAsync("C-NATO20", Wording, TestContext.Current.CancellationToken)).Refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_too_many_is_told_by_validate_and_when_it_is_accepted()
    {
        await LoadAsync();
        for (var number = 0; number < 9; number++)
        {
            Assert.Null((await AcceptAsync("C-NATO20", "uk", $"{Wording} {number}")).Refused);
            await LoadAsync();
        }

        var findings = await _dataFolder.ValidateAsync(TestContext.Current.CancellationToken);

        Assert.Empty(findings.Faults);
        Assert.All(findings.Notes, note => Assert.Equal("claims/C-NATO20.yaml", note.File));
        Assert.Contains(findings.Notes, note => note.Reason.Contains("at most 16 variants in uk", StringComparison.Ordinal));
        Assert.Equal(16, Query<long>("select count(*) from claim_variants where claim_id = 'C-NATO20' and language = 'uk'"));
        Assert.NotEmpty((await AcceptAsync("C-NATO20", "uk", $"{Wording} 99")).Notes);
    }

    [Fact]
    public async Task A_wording_of_an_imported_record_outlives_the_next_import_and_an_export()
    {
        const string wording = "they told granny citrus drinks heal sugar sickness";
        var records = _folder.File("records.jsonl");
        await File.WriteAllTextAsync(records, Record, TestContext.Current.CancellationToken);
        Import(_publisher, records);

        Assert.Null((await AcceptAsync("r1", "en", wording)).Refused);
        Import(_publisher, records);
        Assert.Equal("r1", (await new ClaimMatcher(new MatchOptions()).MatchAsync(_knowledge, wording, 1)).Matches[0].Claim);
        Assert.Equal(("variant", wording), Query<(string, string)>("select field, text from passages where field = 'variant'"));

        var exported = _folder.File("exported.jsonl");
        await File.WriteAllLinesAsync(exported, RecordsExport.Lines(_knowledge.Current), TestContext.Current.CancellationToken);
        var copy = new SqliteFile(_folder.File("copy.db"));
        Import(new KnowledgePublisher(copy, TimeProvider.System), exported);
        using (var generation = new KnowledgeGeneration(copy))
        {
            var variant = JsonNode.Parse(Assert.Single(RecordsExport.Lines(generation)))!["variants"]![0]!; // a line is an object
            Assert.Equal((wording, "confirmed", "en"), ((string?)variant["text"], (string?)variant["origin"], (string?)variant["lang"]));
        }

        Assert.Null((await _editor.RemoveAsync("r1", wording, TestContext.Current.CancellationToken)).Refused);
        _knowledge.MoveOn();
        Assert.Equal(0, Query<long>("select count(*) from claim_variants") + Query<long>("select count(*) from passages where field = 'variant'"));
    }

    [Theory]
    [InlineData("""{"id":"r1","title":"t","variants":[{"text":" ","origin":"curated"}]}""", "variants[0].text")]
    [InlineData("""{"id":"r1","title":"t","variants":[{"text":"a wording","origin":"found"}]}""", "variants[0].origin")]
    public async Task A_faulty_variant_stops_the_import(string line, string field)
    {
        var records = _folder.File("records.jsonl");
        await File.WriteAllTextAsync(records, line, TestContext.Current.CancellationToken);

        var refused = Assert.Throws<DataFaultsException>(() => Import(_publisher, records));

        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _knowledge.Dispose();
        _folder.Dispose();
    }

    private async Task LoadAsync()
    {
        await _publisher.LoadAsync(_dataFolder, TestContext.Current.CancellationToken);
        _knowledge.MoveOn();
    }

    private void Import(KnowledgePublisher publisher, string file)
    {
        new RecordsImport(publisher).Import(file);
        if (File.Exists(_database.Path))
            _knowledge.MoveOn();
    }

    private Task<VariantChange> AcceptAsync(string claim, string language, string text) =>
        _editor.AcceptAsync(new VariantProposal(1, claim, language, text, 3, "2026-11-24", "2026-11-24"), TestContext.Current.CancellationToken);

    private async Task<List<string>> LinesAsync() => [.. await File.ReadAllLinesAsync(ClaimFile, TestContext.Current.CancellationToken)];

    private T Query<T>(string sql)
    {
        using var connection = _database.OpenForReading();
        return connection.QuerySingle<T>(sql);
    }
}
