using System.Text.Json;
using BotHost.Store.Proposals;
using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Curation.Wordings;
using FactChecking.Knowledge;
using FactChecking.Search;
using FactChecking.Storage;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Publishing;

public sealed class ImportedRecordSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteFile _file;

    public ImportedRecordSearchTests() => _file = new SqliteFile(_folder.File("knowledge.db"));

    [Fact]
    public void An_imported_record_is_one_claim_in_its_language()
    {
        Import(new { id = "I-1", lang = "uk", title = "Борщ лікує застуду", text = "Ні.", url = "https://www.stopfake.org/uk/borsch", date = "2024-05-06" });

        var found = Assert.Single(Find(new RecordQuery("борщ")).Records);
        Assert.Equal((RecordKind.Claim, "I-1", "2024-05-06", "www.stopfake.org"), (found.Kind, found.Id, found.Date, found.Detail));
        Assert.Single(Find(new RecordQuery { Language = "uk" }).Records);
        Assert.Empty(Find(new RecordQuery { Language = "en" }).Records);
        Assert.Empty(Find(new RecordQuery("борщ") { Language = "en" }).Records);
        Assert.Single(Find(new RecordQuery { Site = "stopfake.org" }).Records);
    }

    [Fact]
    public void A_repeated_import_is_found_by_its_new_words_only()
    {
        Import(new { id = "I-1", lang = "en", title = "Garlic cures colds" });
        Import(new { id = "I-1", lang = "en", title = "Onions cure colds" });

        Assert.Empty(Find(new RecordQuery("garlic")).Records);
        Assert.Single(Find(new RecordQuery("onions")).Records);
    }

    [Fact]
    public async Task A_wording_that_is_added_later_is_found()
    {
        Import(new { id = "I-1", lang = "en", title = "Garlic cures colds" });
        Import(new { id = "I-2", lang = "en", title = "Onions cure colds" });
        using (var knowledge = new KnowledgeBase(_file))
        {
            var editor = new VariantEditor(knowledge, new KnowledgePublisher(_file, TimeProvider.System), new DataFolder(_folder.File("none")));
            await editor.AcceptAsync(Proposal("I-1", "eat the stinky rose daily"), TestContext.Current.CancellationToken);
        }

        Assert.Equal("I-1", Assert.Single(Find(new RecordQuery("stinky")).Records).Id);
    }

    [Fact]
    public async Task A_record_that_is_no_longer_in_the_data_folder_is_not_found()
    {
        var data = DataCopy.To(_folder.File("data"));
        var publisher = new KnowledgePublisher(_file, TimeProvider.System);
        await publisher.LoadAsync(new DataFolder(data), TestContext.Current.CancellationToken);
        Assert.NotEmpty(Find(new RecordQuery { Kind = RecordKind.Event }).Records);
        Assert.NotEmpty(Find(new RecordQuery("E-2014-10-PM")).Records);

        Directory.Delete(Path.Combine(data, "events"), recursive: true);
        Directory.CreateDirectory(Path.Combine(data, "events"));
        await publisher.LoadAsync(new DataFolder(data), TestContext.Current.CancellationToken);

        Assert.Empty(Find(new RecordQuery { Kind = RecordKind.Event }).Records);
        Assert.DoesNotContain(Find(new RecordQuery("E-2014-10-PM")).Records, record => record.Id == "E-2014-10-PM");
        Assert.NotEmpty(Find(new RecordQuery()).Records);
    }

    [Fact]
    public void More_records_than_are_compared_come_newest_first_in_pages()
    {
        Import([.. Enumerable.Range(0, 1_200).Select(number => (object)new { id = $"I-{number}", lang = "en", title = $"Common claim number {number}" })]);

        var first = Find(new RecordQuery("common cla"));
        var second = Find(new RecordQuery("common cla") { After = first.Next });

        Assert.Equal("I-1199", first.Records[0].Id);
        Assert.Equal("I-1179", second.Records[0].Id);
        Assert.Empty(first.Kinds);
        Assert.Equal("I-77", Find(new RecordQuery("i-77")).Records[0].Id);
    }

    [Fact]
    public void A_database_of_an_earlier_version_is_filled_at_its_next_publication()
    {
        Import(new { id = "I-1", lang = "en", title = "Garlic cures colds" });
        using (var connection = _file.OpenForWriting())
            connection.Execute("delete from record_entries");
        Assert.Empty(Find(new RecordQuery("garlic")).Records);

        Import(new { id = "I-2", lang = "en", title = "Onions cure colds" });

        Assert.Single(Find(new RecordQuery("garlic")).Records);
    }

    public void Dispose() => _folder.Dispose();

    private static VariantProposal Proposal(string claim, string text) => new(1, claim, "en", text, 1, "2026-01-01", "2026-01-01");

    private RecordPage Find(RecordQuery query)
    {
        using var knowledge = new KnowledgeBase(_file);
        return new RecordSearch(knowledge, TimeProvider.System).Find(query);
    }

    private void Import(params object[] records)
    {
        var file = _folder.File("records.jsonl");
        File.WriteAllLines(file, records.Select(record => JsonSerializer.Serialize(record)));
        new RecordsImport(new KnowledgePublisher(_file, TimeProvider.System)).Import(file);
    }
}
