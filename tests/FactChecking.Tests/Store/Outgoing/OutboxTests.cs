using BotHost.Store.Groups;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using FactChecking.Tests.Store.Database;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store.Outgoing;

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

    [Fact]
    public async Task A_call_that_was_put_in_a_moment_ago_is_given_as_it_is_and_one_from_before_as_it_is_stored()
    {
        var call = new object();
        await PutAsync(Update(1, chat: 1), Draft("stored") with { Call = call });
        await PutAsync(Update(2, chat: 2), Draft("stored") with { Call = call });

        Assert.Same(call, (await NextAsync())?.Call);

        await _bot.RestartAsync();
        Assert.Equal(("1/0", "stored", null), await NextAsync() is { } first ? (first.Key, first.Payload, first.Call) : default);
        Assert.Equal(("2/0", "stored", null), await NextAsync() is { } second ? (second.Key, second.Payload, second.Call) : default);
    }

    [Fact]
    public async Task A_call_that_was_changed_before_its_turn_is_given_as_it_is_now()
    {
        await PutAsync(Update(1, chat: -1), Draft("before") with { Call = "before" });

        await new GroupMoveStore(_bot.Database, _bot.Outbox).MoveAsync(new NewGroupId(-1, -2), draft => draft with { Payload = "after" });

        var item = await NextAsync();
        Assert.Equal((-2, "after", null), (item?.Lane, item?.Payload, item?.Call));
    }

    [Fact]
    public async Task Of_what_is_sent_side_by_side_each_message_is_noted_with_its_own_answer()
    {
        var calls = new List<OutboxItem>();
        for (var chat = 1; chat <= 60; chat++)
        {
            await PutAsync(Update(chat, chat), Draft() with { Note = new AnswerNote(chat, chat, "en") });
            calls.Add((await NextAsync())!);
        }

        await Task.WhenAll(calls.Select(call => _bot.Outbox.SentAsync(call, message: call.Lane % 3 == 0 ? null : (int)call.Lane + 1000)));

        Assert.Equal(0, await _bot.Outbox.CountAsync());
        Assert.Equal(60, _bot.Scalar<int>("select count(*) from answers where reply_key is null and message is iif(chat_id % 3 = 0, null, chat_id + 1000)"));
    }

    [Fact]
    public async Task Only_the_last_answer_of_a_chat_keeps_its_reasons_also_where_several_chats_are_answered_at_once()
    {
        await PutAsync(Update(1, chat: 1), Because(chat: 1, question: 1));
        await PutAsync(Update(2, chat: 2), Because(chat: 2, question: 2));
        await PutAsync(Update(3, chat: -3), Draft() with { Note = new AnswerNote(-3, null, "en") { Reasons = "of a group" } });
        await _bot.Inbox.StoreAsync([Update(4, chat: 1), Update(5, chat: 2), Update(6, chat: -3)]);

        using var together = new ManualResetEventSlim();
        var before = _bot.Database.RunAsync(_ => together.Wait(TimeSpan.FromSeconds(30)));
        var closings = new[]
        {
            _bot.Inbox.CloseAsync(Update(4, chat: 1), [Because(chat: 1, question: 4), Because(chat: 1, question: 14)]),
            _bot.Inbox.CloseAsync(Update(5, chat: 2), [Because(chat: 2, question: 5)]),
            _bot.Inbox.CloseAsync(Update(6, chat: -3), []),
        };
        together.Set();
        await Task.WhenAll(closings.Append(before));

        Assert.Equal("-3:,1:14,2:5", _bot.Scalar<string>("""
            select group_concat(chat_id || ':' || coalesce(question, ''), ',' order by chat_id) from answers where reasons is not null
            """));
    }

    private static OutboxDraft Because(long chat, int question) =>
        Draft() with { Note = new AnswerNote(chat, question, "en") { Reasons = "because" } };

    private Task PutAsync(IncomingUpdate update, params string[] calls) => PutAsync(update, [.. calls.Select(Draft)]);

    private async Task PutAsync(IncomingUpdate update, params OutboxDraft[] calls)
    {
        await _bot.Inbox.StoreAsync([update]);
        await _bot.Inbox.CloseAsync(update, calls);
    }

    private async Task<OutboxItem?> NextAsync()
    {
        await foreach (var item in _bot.Outbox.TakeDueAsync(TestContext.Current.CancellationToken))
            return item;
        return null;
    }
}
