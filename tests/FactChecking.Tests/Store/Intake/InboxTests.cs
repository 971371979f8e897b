using BotHost.Store.Database;
using FactChecking.Tests.Store.Database;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store.Intake;

public sealed class InboxTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_repeat_is_stored_once()
    {
        Assert.Equal(2, await _bot.Inbox.StoreAsync([Update(5), Update(6), Update(5)]));
        Assert.Equal(0, await _bot.Inbox.StoreAsync([Update(6)]));

        Assert.Equal(2, await _bot.Inbox.CountAsync());
    }

    [Fact]
    public async Task A_repeat_of_what_was_handled_is_not_handled_again()
    {
        await _bot.Inbox.StoreAsync([Update(5)]);
        await _bot.Inbox.CloseAsync(Update(5), [Draft()]);

        Assert.Equal(0, await _bot.Inbox.StoreAsync([Update(5)]));
        Assert.Empty(await _bot.TakeAsync(1));
    }

    [Fact]
    public async Task A_restart_loses_no_update()
    {
        await _bot.Inbox.StoreAsync([Update(5, text: "Привіт 你好")]);

        await _bot.RestartAsync();

        Assert.Equal("Привіт 你好", Assert.Single(await _bot.TakeAsync(1)).Update.Message!.Text);
    }

    [Fact]
    public async Task One_chat_is_taken_in_order_of_arrival_and_others_beside_it()
    {
        // A lower id that arrives later is later.
        await _bot.Inbox.StoreAsync([Update(900, chat: 1), Update(17, chat: 1), Update(901, chat: 2)]);

        var first = await _bot.TakeAsync(3);
        Assert.Equal([900, 901], first.Select(item => item.Update.Id));

        await _bot.Inbox.CloseAsync(first[0].Update, []);
        _bot.Inbox.Release(first[0]);
        Assert.Equal(17, Assert.Single(await _bot.TakeAsync(1)).Update.Id);
    }

    [Fact]
    public async Task An_update_that_failed_holds_up_its_own_chat_only()
    {
        await _bot.Inbox.StoreAsync([Update(1, chat: 1), Update(2, chat: 1), Update(3, chat: 2)]);
        var first = (await _bot.TakeAsync(1))[0];
        await _bot.Inbox.PostponeAsync(first);
        _bot.Inbox.Release(first);

        Assert.Equal([3], (await _bot.TakeAsync(3)).Select(item => item.Update.Id));

        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1], (await _bot.TakeAsync(3)).Select(item => item.Update.Id));
    }

    [Fact]
    public async Task Closing_twice_writes_the_replies_once()
    {
        await _bot.Inbox.StoreAsync([Update(5)]);

        await _bot.Inbox.CloseAsync(Update(5), [Draft("one"), Draft("two")]);
        await _bot.Inbox.CloseAsync(Update(5), [Draft("one"), Draft("two")]);

        Assert.Equal(2, await _bot.Outbox.CountAsync());
    }

    [Fact]
    public async Task An_update_is_not_closed_when_its_reply_cannot_be_kept()
    {
        await _bot.Inbox.StoreAsync([Update(5)]);
        _bot.Execute("create trigger fail before insert on outbox when new.payload = 'two' begin select raise(abort, 'no'); end");

        await Assert.ThrowsAnyAsync<Exception>(() => _bot.Inbox.CloseAsync(Update(5), [Draft("one"), Draft("two")]));

        Assert.Equal(1, await _bot.Inbox.CountAsync());
        Assert.Equal(0, await _bot.Outbox.CountAsync());
    }

    [Fact]
    public async Task Failures_wait_longer_each_time_and_the_fifth_is_the_last()
    {
        await _bot.Inbox.StoreAsync([Update(5)]);
        var waits = new List<TimeSpan>();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            var item = Assert.Single(await _bot.TakeAsync(1));
            Assert.Equal(attempt < 4, await _bot.Inbox.PostponeAsync(item));
            _bot.Inbox.Release(item);
            if (attempt == 4)
                break;

            var due = Timestamp.Read(_bot.Scalar<string>("select not_before from inbox"));
            waits.Add(due - _bot.Clock.GetUtcNow());
            Assert.Empty(await _bot.TakeAsync(1));
            _bot.Clock.SetUtcNow(due);
        }

        Assert.Equal(waits.Order(), waits);
        Assert.True(waits.Sum(wait => wait.TotalMinutes) < 3);
        Assert.Empty(await _bot.TakeAsync(1));
        Assert.Equal(1, (await _bot.Counters.ReadAsync())[CounterStore.SetAside]);
    }

    [Fact]
    public async Task A_row_in_a_form_of_another_version_is_set_aside()
    {
        await _bot.Inbox.StoreAsync([Update(5), Update(6)]);
        _bot.Execute("""update inbox set payload = '{"kind": "unheard of"' where update_id = 5""");
        await _bot.RestartAsync();

        Assert.Equal(6, Assert.Single(await _bot.TakeAsync(1)).Update.Id);
        Assert.Equal("set_aside", _bot.Scalar<string>("select state from inbox where update_id = 5"));
    }

    [Fact]
    public async Task Waiting_ends_when_something_arrives_or_comes_due()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await using var taking = _bot.Inbox.TakeAllAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = taking.MoveNextAsync().AsTask();

        await _bot.Inbox.StoreAsync([Update(5)]);
        Assert.True(await next);

        await _bot.Inbox.PostponeAsync(taking.Current);
        _bot.Inbox.Release(taking.Current);
        next = taking.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, stop.Token);
        }

        Assert.True(await next);
        Assert.Equal(1, taking.Current.Attempts);
    }
}
