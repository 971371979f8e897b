using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Storage;
using FactChecking.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FactChecking.Tests.Curation.Publishing;

public sealed class KnowledgePublisherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteFile _file;
    private readonly KnowledgePublisher _publisher;

    public KnowledgePublisherTests()
    {
        _file = new SqliteFile(_folder.File("knowledge.db"));
        _publisher = new KnowledgePublisher(_file, TimeProvider.System);
    }

    [Fact]
    public async Task All_the_records_are_loaded()
    {
        await LoadAsync();

        Assert.Equal(
            "128 documents, 66 entities, 23 ownership, 7 labels, 16 agreements, 14 mechanisms, 17 events, 15 narratives, 12 claims, 44 appearances, 20 relays, 6 chains",
            string.Join(", ", new[] { "documents", "entities", "ownership", "labels", "agreements", "mechanisms", "events", "narratives", "claims", "appearances", "relays", "chains" }
                .Select(table => $"{Scalar($"select count(*) from {table}")} {table}")));
        Assert.Equal(0, Scalar("select count(*) from pragma_foreign_key_check"));
    }

    [Fact]
    public async Task A_second_start_with_unchanged_files_does_no_work()
    {
        Assert.True(await LoadAsync());
        var written = File.GetLastWriteTimeUtc(_file.Path);

        Assert.False(await LoadAsync());
        Assert.Equal(written, File.GetLastWriteTimeUtc(_file.Path));
    }

    [Fact]
    public async Task A_failed_change_leaves_the_published_file_as_it_was()
    {
        await LoadAsync();
        var before = await File.ReadAllBytesAsync(_file.Path, TestContext.Current.CancellationToken);

        Assert.Throws<InvalidOperationException>(() => _publisher.Publish((connection, transaction) =>
        {
            connection.Execute("delete from passages", transaction: transaction);
            throw new InvalidOperationException();
        }));

        Assert.Equal(before, await File.ReadAllBytesAsync(_file.Path, TestContext.Current.CancellationToken));
        Assert.False(File.Exists($"{_file.Path}.next"));
    }

    [Fact]
    public async Task A_reader_moves_on_to_the_next_generation()
    {
        await LoadAsync();
        using var knowledge = new KnowledgeBase(_file);
        var first = knowledge.Current;
        var matcher = new ClaimMatcher(new MatchOptions());
        const string Message = "Lemon water cures diabetes overnight, doctors hide the truth";

        Import("""{"id":"r1","lang":"en","title":"Lemon water cures diabetes overnight","text":"Doctors say that no drink cures diabetes.","url":"https://check.example/1"}""");

        Assert.DoesNotContain((await matcher.MatchAsync(knowledge, Message, 1)).Matches, match => match.Claim == "r1");
        Assert.True(knowledge.MoveOn());
        Assert.False(knowledge.MoveOn());
        Assert.Equal(first.Number + 1, knowledge.Current.Number);
        Assert.Equal("r1", (await matcher.MatchAsync(knowledge, Message, 1)).Matches[0].Claim);
        Assert.Equal(12, first.Claims);
    }

    [Fact]
    public async Task Imported_records_stay_when_the_data_files_change()
    {
        Import("""{"id":"r1","lang":"en","title":"Lemon water cures diabetes","text":""}""");

        await LoadAsync();

        Assert.Equal(13, Scalar("select count(*) from claims"));
    }

    [Theory]
    [InlineData("{\"id\":\"r2\",\"lang\":\"en\"}", "2: title, text: at least one must hold text")]
    [InlineData("{\"lang\":\"en\",\"title\":\"x\"}", "2: id: is missing")]
    [InlineData("{\"id\":\"r2\",\"title\":5}", "2: title: not the JSON that is expected")]
    [InlineData("nonsense", "2: the line: not the JSON that is expected")]
    [InlineData("{\"id\":\"r1\",\"title\":\"again\"}", "2: id: r1 stands in this file twice")]
    public void A_bad_row_stops_the_import_and_nothing_is_stored(string row, string reason)
    {
        var exception = Assert.Throws<DataFaultsException>(() => Import("{\"id\":\"r1\",\"lang\":\"en\",\"title\":\"x y\"}\n" + row));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public void A_repeated_import_replaces_its_records()
    {
        Import("""{"id":"r1","title":"first words"}""");
        Import("""{"id":"r1","title":"second words"}""");

        Assert.Equal(1, Scalar("select count(*) from claims"));
        Assert.Equal(1, Scalar("select count(*) from passages where text = 'second words'"));
        Assert.Equal(0, Scalar("select count(*) from passages where text = 'first words'"));
    }

    [Fact]
    public async Task An_import_does_not_take_the_id_of_a_curated_record()
    {
        await LoadAsync();
        using var before = new KnowledgeBase(_file);
        var id = before.Current.Read(connection => connection.ExecuteScalar<string>("select id from claims limit 1"));

        var exception = Assert.Throws<DataFaultsException>(() => Import($"{{\"id\":\"{id}\",\"title\":\"other words\"}}"));

        Assert.Contains("is taken by a record that is not from an import", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_file_is_refused()
    {
        await LoadAsync();
        using (var connection = _file.OpenForWriting())
            connection.Execute("pragma user_version = 99");

        var exception = Assert.Throws<DatabaseRefusedException>(() => new KnowledgeBase(_file).Current);

        Assert.Contains("newer", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DatabaseRefusedException>(LoadAsync);
    }

    [Fact]
    public async Task A_file_of_someone_else_is_refused_and_left_alone()
    {
        using (var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False"))
        {
            connection.Open();
            connection.Execute("create table mine (x); insert into mine values (1);");
        }

        var exception = await Assert.ThrowsAsync<DatabaseRefusedException>(LoadAsync);

        Assert.Contains("is not a knowledge database", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, Scalar("select count(*) from mine"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 5000), TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<DatabaseRefusedException>(LoadAsync);

        Assert.Contains("is not a SQLite database", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<bool> LoadAsync() => _publisher.LoadAsync(new DataFolder(Repository.Data), CancellationToken.None);

    private void Import(string lines)
    {
        var file = _folder.File("records.jsonl");
        File.WriteAllText(file, lines);
        new RecordsImport(_publisher).Import(file);
    }

    private long Scalar(string statement)
    {
        using var connection = _file.OpenForReading();
        return connection.ExecuteScalar<long>(statement);
    }
}
