using BotHost.Store.Statistics;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using BotHost.Tests.TelegramBot.Groups;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot;

/// <summary>What the statistics count of what happens in Telegram.</summary>
public class CountingTests : GroupTest
{
    [Fact]
    public async Task Questions_in_private_are_counted_by_decision_and_a_sticker_or_a_command_is_none()
    {
        var bot = await StartBotAsync();

        foreach (var text in new[] { Sample.Known, Sample.Known, Sample.Unknown, "/help", "👍" })
        {
            await Telegram.SendTextAsync(Chat, text);
            await Telegram.NextReplyAsync(Chat);
        }

        Assert.Equal([("private", "en", "answer", 2), ("private", "en", "none", 1)], await CountsAsync(bot));
        Assert.Equal([("C-NATO20", 2)], await ClaimsAsync(bot));
    }

    [Fact]
    public async Task A_pick_counts_its_claim_and_no_second_question_and_an_edit_counts_nothing()
    {
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, await Sample.AmbiguousAsync(bot));
        var question = await Telegram.NextReplyAsync(Chat);

        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);
        var answer = await Telegram.NextReplyAsync(Chat);
        await Telegram.PressAsync(Chat, answer, PrivateTexts.In("en").WrongMatch);
        await Telegram.NextReplyAsync(Chat);

        Assert.Equal([("private", "en", "ask", 1)], await CountsAsync(bot));
        Assert.Equal(1, Assert.Single(await ClaimsAsync(bot)).Count);
        Assert.Equal((1, "wrong_match"), ((await ReadAsync(bot)).Feedback[0].Count, (await ReadAsync(bot)).Feedback[0].Kind));
    }

    [Fact]
    public async Task Groups_guests_and_inline_queries_are_counted_apart_and_no_row_says_who_or_where()
    {
        var bot = await StartAutomaticAsync();
        Forward(Group, Sample.Known);
        await Telegram.NextReplyAsync(Group);
        Telegram.SendText(Group, Member, "/check", replyTo: Telegram.SendText(Group, Member, Sample.Unknown));
        await Telegram.NextReplyAsync(Group);
        await Telegram.AnswerToAsync(await Telegram.CallGuestAsync(Chat, "@fact_check_test_bot", new() { ["text"] = Sample.Known }));
        await Telegram.AnswerToAsync(Telegram.TypeInline(Chat, Sample.Known));

        Assert.Equal(
            [("group", "en", "none", 1), ("guest", "en", "answer", 1), ("inline", "en", "answer", 1), ("unasked", "en", "answer", 1)], await CountsAsync(bot));
        Assert.Equal([("C-NATO20", 2)], await ClaimsAsync(bot));
        foreach (var id in new[] { Group.Id, Member.Id, Chat.Id })
            Assert.DoesNotContain(BotApplication.ColumnsWith(Folder, id), column => column.StartsWith("weekly", StringComparison.Ordinal));
    }

    private static Task<WeeklyCounts> ReadAsync(BotApplication bot) => bot.Services.GetRequiredService<StatisticsStore>().ReadAsync(4);

    private static async Task<IEnumerable<(string, string, string, long)>> CountsAsync(BotApplication bot) =>
        (await ReadAsync(bot)).Decisions.Select(count => (count.Place, count.Language, count.Decision, count.Count)).Order();

    private static async Task<IReadOnlyList<(string Claim, long Count)>> ClaimsAsync(BotApplication bot) =>
        [.. (await ReadAsync(bot)).Claims.Select(claim => (claim.Claim, claim.Count))];
}
