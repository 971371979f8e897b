using BotHost.Store.Groups;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using FactChecking.Tests.Store.Database;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store.Groups;

public sealed class GroupStoreTests : IAsyncDisposable
{
    private const long Old = -5;
    private const long New = -1005;

    private static readonly GroupSettings Chosen = new()
    {
        Mode = GroupMode.Automatic,
        Language = "uk",
        Sureness = Sureness.Strict,
        CoolDownHours = 24,
        Quiet = new QuietHours(22, 7),
        UtcOffset = -3,
        Topics = [0, 7],
        Standing = GroupStanding.Administrator,
        MutedUntil = new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero),
    };

    private readonly BotDatabaseFixture _bot = new();

    private GroupStore Groups => new(_bot.Database);

    private GroupAnswerStore Answers => new(_bot.Database, _bot.Clock);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Every_setting_is_kept()
    {
        await Groups.ChangeAsync(Old, _ => Chosen);

        Assert.Equivalent(Chosen, await Groups.FindAsync(Old), strict: true);
        Assert.Null(await Groups.FindAsync(New));
        foreach (var mode in Enum.GetValues<GroupMode>())
            Assert.Equal(mode, (await Groups.ChangeAsync(Old, old => old with { Mode = mode })).Mode);
    }

    [Fact]
    public async Task An_answer_whose_call_is_dropped_in_the_move_is_not_on_its_way_any_more()
    {
        await _bot.Inbox.StoreAsync([Update(1, Old)]);
        await _bot.Inbox.CloseAsync(Update(1, Old), [.. new[] { "kept", "dropped" }.Select(
            call => Draft(call) with { Note = new AnswerNote(Old, null, "en") { Claim = call } })]);

        await new GroupMoveStore(_bot.Database, _bot.Outbox).MoveAsync(new NewGroupId(Old, New), draft => draft.Payload == "kept" ? draft : null);

        Assert.Equal("kept", _bot.Scalar<string>("select group_concat(claim_id) from answers where chat_id = -1005 and reply_key is not null"));
        Assert.Equal(1, _bot.Scalar<int>("select count(*) from answers"));
        Assert.Equal(1, _bot.Scalar<int>("select count(*) from outbox"));
    }

    [Fact]
    public async Task A_group_that_is_forgotten_leaves_no_row()
    {
        await Groups.ChangeAsync(Old, _ => Chosen);
        await Answers.TryTakeAsync(Old, "key", TimeSpan.FromHours(1), 1);

        await Groups.ForgetAsync(Old);

        Assert.Equal(0, _bot.Scalar<int>("select (select count(*) from groups) + (select count(*) from group_topics) + (select count(*) from group_answers)"));
    }

    [Fact]
    public async Task A_claim_has_one_turn_in_the_cool_down_and_its_update_keeps_it()
    {
        var hour = TimeSpan.FromHours(1);

        Assert.True(await Answers.TryTakeAsync(Old, "key", hour, update: 1));
        Assert.True(await Answers.TryTakeAsync(Old, "key", hour, update: 1));
        Assert.False(await Answers.TryTakeAsync(Old, "key", hour, update: 2));
        Assert.True(await Answers.TryTakeAsync(Old, "other", hour, update: 2));
        Assert.True(await Answers.TryTakeAsync(New, "key", hour, update: 2));
        _bot.Clock.Advance(hour);
        Assert.True(await Answers.TryTakeAsync(Old, "key", hour, update: 3));
    }

    [Fact]
    public async Task What_waits_for_a_group_waits_for_its_new_id_in_the_same_order()
    {
        await Groups.ChangeAsync(Old, _ => Chosen);
        await _bot.Inbox.StoreAsync([Update(1, Old), Update(2, Old), Update(3, chat: 9)]);
        await _bot.Inbox.CloseAsync(Update(1, Old), [Draft("one"), Draft("two")]);
        var move = new GroupMoveStore(_bot.Database, _bot.Outbox);

        for (var told = 0; told < 2; told++)
            await move.MoveAsync(new NewGroupId(Old, New), draft => draft with { Payload = draft.Payload + "!" });

        Assert.Equivalent(Chosen, await Groups.FindAsync(New), strict: true);
        Assert.Null(await Groups.FindAsync(Old));
        Assert.Equal("one!,two!", _bot.Scalar<string>($"select group_concat(payload) from (select payload from outbox where lane = {New} order by position)"));
        Assert.Equal([New, 9], (await _bot.TakeAsync(2)).Select(item => item.Update.Chat));
    }

    [Theory]
    [InlineData(22, 7, 23, true)]
    [InlineData(22, 7, 6, true)]
    [InlineData(22, 7, 7, false)]
    [InlineData(0, 8, 0, true)]
    [InlineData(0, 8, 8, false)]
    public void Quiet_hours_may_pass_midnight(int from, int to, int hour, bool isQuiet) =>
        Assert.Equal(isQuiet, new QuietHours(from, to).Contains(hour));
}
