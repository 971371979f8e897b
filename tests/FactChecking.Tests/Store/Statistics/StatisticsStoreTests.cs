using BotHost.Store;
using BotHost.Store.Chats;
using BotHost.Store.Statistics;
using FactChecking.Matching;
using FactChecking.Tests.Store.Database;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store.Statistics;

public sealed class StatisticsStoreTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new(); // Tuesday, 24 November 2026

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task An_answer_is_counted_once_with_the_reply_that_brings_it_in_the_week_from_monday()
    {
        var counted = new CountedAnswer(AnswerPlace.Private, "uk", Decision.Answer, "C-NATO20");
        await AnswerAsync(1, counted);
        await _bot.Inbox.CloseAsync(Update(1), [Draft() with { Counted = counted }]); // handled anew after a crash
        _bot.Clock.Advance(TimeSpan.FromDays(5.4)); // Sunday evening
        await AnswerAsync(2, counted);
        _bot.Clock.Advance(TimeSpan.FromDays(0.2)); // Monday
        await AnswerAsync(3, new CountedAnswer(AnswerPlace.Group, "en", Decision.None, null));
        await AnswerAsync(4, new CountedAnswer(AnswerPlace.Private, "uk", null, "C-NATO20")); // picked by a press
        await AnswerAsync(5, new CountedAnswer(AnswerPlace.Private, "uk", Decision.NothingToCheck, null)); // a sticker

        var counts = await new StatisticsStore(_bot.Database, _bot.Clock).ReadAsync(2);

        Assert.Equal(["2026-11-30", "2026-11-23"], counts.Weeks);
        Assert.Equal(
            [new("2026-11-23", "private", "uk", "answer", 2), new("2026-11-30", "group", "en", "none", 1)], counts.Decisions.OrderBy(count => count.Week));
        Assert.Equal([new ClaimCount("C-NATO20", 3)], counts.Claims);
        Assert.Single((await new StatisticsStore(_bot.Database, _bot.Clock).ReadAsync(1)).Decisions);
    }

    [Fact]
    public async Task An_answer_is_counted_once_where_others_of_its_commit_fail()
    {
        var counted = new CountedAnswer(AnswerPlace.Private, "uk", Decision.Answer, "C-NATO20");
        await _bot.Inbox.StoreAsync([.. Enumerable.Range(1, 60).Select(id => Update(id, chat: id))]);
        _bot.Execute("create trigger fail before insert on outbox when new.lane % 7 = 0 begin select raise(abort, 'no'); end");

        var closing = Enumerable.Range(1, 60).Select(id => _bot.Inbox.CloseAsync(Update(id, chat: id), [Draft() with { Counted = counted }])).ToList();
        await Task.WhenAll(closing).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.Equal(8, closing.Count(close => close.IsFaulted));
        Assert.Equal([new ClaimCount("C-NATO20", 52)], (await new StatisticsStore(_bot.Database, _bot.Clock).ReadAsync(1)).Claims);
    }

    [Fact]
    public async Task Reports_of_a_wrong_match_are_counted_by_week_and_language()
    {
        var feedback = new FeedbackStore(_bot.Database, _bot.Clock);
        await feedback.CountAsync("C-NATO20", "ru", FeedbackKind.WrongMatch);
        await feedback.CountAsync("C-COUP", "ru", FeedbackKind.WrongMatch);
        await feedback.CountAsync("C-COUP", "en", FeedbackKind.Helpful);

        var counts = await new StatisticsStore(_bot.Database, _bot.Clock).ReadAsync(1);

        Assert.Equal(
            [new("2026-11-23", "en", "helpful", 1), new("2026-11-23", "ru", "wrong_match", 2)], counts.Feedback.OrderBy(count => count.Language));
    }

    [Fact]
    public async Task Counts_go_after_two_years()
    {
        await AnswerAsync(1, new CountedAnswer(AnswerPlace.Private, "en", Decision.Answer, "C-NATO20"));
        await new FeedbackStore(_bot.Database, _bot.Clock).CountAsync("C-NATO20", "ru", FeedbackKind.WrongMatch);
        var retention = new RetentionStore(_bot.Database, _bot.Clock);

        _bot.Clock.Advance(TimeSpan.FromDays(729));
        await retention.DeleteOldAsync();
        Assert.Equal((1, 1, 1), Rows());
        _bot.Clock.Advance(TimeSpan.FromDays(8));
        await retention.DeleteOldAsync();

        Assert.Equal((0, 0, 0), Rows());
    }

    private (int, int, int) Rows() => (
        _bot.Scalar<int>("select count(*) from weekly_decisions"), _bot.Scalar<int>("select count(*) from weekly_claims"), _bot.Scalar<int>("select count(*) from weekly_feedback"));

    private async Task AnswerAsync(long id, CountedAnswer counted)
    {
        await _bot.Inbox.StoreAsync([Update(id)]);
        await _bot.Inbox.CloseAsync(Update(id), [Draft() with { Counted = counted }]);
    }
}
