using FactChecking.Intake;
using static FactChecking.Tests.Intake.BotDatabaseFixture;

namespace FactChecking.Tests.Intake;

public sealed class OutboxTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_call_that_waits_holds_up_its_own_chat_only()
    {
        await PutAsync(Update(1, chat: 1), "a", "b");
        await PutAsync(Update(2, chat: 2), "c");
        var first = await NextAsync();
        await _bot.Outbox.PostponeAsync(first!, TimeSpan.FromSeconds(6775));
        _bot.Outbox.Release(first!);

        Assert.Equal("c", (await NextAsync())?.Payload);
        Assert.Null(await NextAsync());

        _bot.Clock.Advance(TimeSpan.FromSeconds(6774));
        Assert.Null(await NextAsync());
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("a", (await NextAsync())?.Payload);
    }

    [Fact]
    public async Task A_restart_loses_no_call_and_shortens_no_wait()
    {
        await PutAsync(Update(1), "a");
        var item = await NextAsync();
        await _bot.Outbox.PostponeAsync(item!, TimeSpan.FromMinutes(5));

        await _bot.RestartAsync();

        Assert.Null(await NextAsync());
        _bot.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await NextAsync())?.Attempts);
    }

    [Fact]
    public async Task What_was_sent_is_gone()
    {
        await PutAsync(Update(1, chat: 4711), "a");

        await _bot.Outbox.SentAsync((await NextAsync())!);

        Assert.Equal(0, await _bot.Outbox.CountAsync());
    }

    private async Task PutAsync(IncomingUpdate update, params string[] calls)
    {
        await _bot.Inbox.StoreAsync([update]);
        await _bot.Inbox.CloseAsync(update, [.. calls.Select(Draft)]);
    }

    private async Task<OutboxItem?> NextAsync()
    {
        await foreach (var item in _bot.Outbox.TakeDueAsync(TestContext.Current.CancellationToken))
            return item;
        return null;
    }
}
