using BotHost.Store.Database;
using Dapper;

namespace FactChecking.Tests.Store.Database;

public sealed class WriteBatcherTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();
    private readonly WriteBatcher<int> _write;

    public WriteBatcherTests()
    {
        _bot.Execute("create table written (item integer not null check (item <> 7), together integer not null)");
        _write = new WriteBatcher<int>(_bot.Database, (connection, items) =>
        {
            foreach (var item in items)
                connection.Execute("insert into written (item, together) values (@item, @together)", new { item, together = items.Count });
        });
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task What_comes_while_the_database_is_busy_is_written_together()
    {
        await WhileBusyAsync(() => [.. Enumerable.Range(100, 50).Select(_write.WriteAsync)]);
        await _write.WriteAsync(1);

        Assert.Equal(50, _bot.Scalar<int>("select count(distinct item) from written where together = 50"));
        Assert.Equal(51, _bot.Scalar<int>("select count(*) from written"));
    }

    [Fact]
    public async Task One_that_fails_fails_alone()
    {
        var writes = await WhileBusyAsync(() => [.. Enumerable.Range(1, 20).Select(_write.WriteAsync)]);

        Assert.Equal([7 - 1], writes.Index().Where(write => write.Item.IsFaulted).Select(write => write.Index));
        Assert.Equal(19, _bot.Scalar<int>("select count(distinct item) from written"));
        Assert.Equal(19, _bot.Scalar<int>("select count(*) from written"));
    }

    private async Task<IReadOnlyList<Task>> WhileBusyAsync(Func<IReadOnlyList<Task>> start)
    {
        using var gate = new ManualResetEventSlim();
        var busy = _bot.Database.RunAsync(_ => gate.Wait(TimeSpan.FromMinutes(1)));
        var started = start();
        gate.Set();
        await busy;
        await Task.WhenAll(started).ContinueWith(static _ => { }, TaskScheduler.Default);
        return started;
    }
}
