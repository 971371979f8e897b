using BotHost.Store;
using BotHost.Store.Database;
using FactChecking.Tests.Store.Database;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store;

public sealed class RetentionStoreTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task What_is_48_hours_old_goes_and_what_is_younger_stays()
    {
        var retention = new RetentionStore(_bot.Database, _bot.Clock);
        await _bot.Inbox.StoreAsync([Update(1), Update(2)]);
        await _bot.Inbox.CloseAsync(Update(1), [Draft()]);
        _bot.Clock.Advance(TimeSpan.FromHours(1));
        await _bot.Inbox.StoreAsync([Update(3)]);

        _bot.Clock.Advance(TimeSpan.FromHours(46.9));
        Assert.Equal(0, await retention.DeleteOldAsync());
        Assert.Equal(2, _bot.Scalar<int>("select count(*) from inbox"));
        Assert.Equal(1, _bot.Scalar<int>("select count(*) from handled_updates"));
        _bot.Clock.Advance(TimeSpan.FromHours(0.1));

        Assert.Equal(2, await retention.DeleteOldAsync()); // an update never handled, a reply never sent
        Assert.Equal(3, _bot.Scalar<long>("select update_id from inbox"));
        Assert.Equal(0, _bot.Scalar<int>("select count(*) from outbox"));
        Assert.Equal(0, _bot.Scalar<int>("select count(*) from handled_updates"));
        Assert.Equal(2, (await _bot.Counters.ReadAsync())[CounterStore.Expired]);
    }
}
