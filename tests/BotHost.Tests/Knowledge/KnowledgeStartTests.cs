using BotHost.Tests.Support;
using FactChecking.Curation.DataFiles;
using FactChecking.Storage;

namespace BotHost.Tests.Knowledge;

public sealed class KnowledgeStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("knowledge.db");

    [Fact]
    public async Task The_first_start_makes_the_database_and_the_second_leaves_it()
    {
        await using (await RunningHost.StartAsync(Database))
        {
        }
        var (written, bytes) = (File.GetLastWriteTimeUtc(Database), await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));

        await using (var again = await RunningHost.StartAsync(Database))
            Assert.Contains(again.Log.Lines, line => line.Contains("Answers come from generation 1 of the records", StringComparison.Ordinal));

        Assert.Equal(written, File.GetLastWriteTimeUtc(Database));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_line_says_that_no_token_is_set_and_where_the_page_is()
    {
        await using var host = await RunningHost.StartAsync(Database);

        var line = Assert.Single(host.Log.Lines, line => line.Contains("No Telegram token is set", StringComparison.Ordinal));

        Assert.Contains(host.Address.GetLeftPart(UriPartial.Authority), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faulty_records_stop_the_start_and_leave_no_database()
    {
        var records = DataCopy.To(_folder.File("data"));
        await File.AppendAllTextAsync(Path.Combine(records, "claims", "C-NATO20.yaml"), "colour: red\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<DataFaultsException>(() => RunningHost.StartAsync(Database, records));

        Assert.Contains("colour", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_database_of_something_else_stops_the_start()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5_000), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DatabaseRefusedException>(() => RunningHost.StartAsync(Database));
    }

    public void Dispose() => _folder.Dispose();
}
