using BotHost.Store.Chats;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Groups;

/// <summary>"Ask me privately" under an automatic answer.</summary>
public class DeepLinkTests : GroupTest
{
    private static readonly PrivateTexts Private = PrivateTexts.In("en");

    [Fact]
    public async Task It_brings_the_answer_with_all_its_buttons_into_the_private_chat()
    {
        await StartAutomaticAsync();

        var (inGroup, answer) = await FollowAsync();

        Assert.Equal(FirstLine(inGroup.Text), FirstLine(answer.Text));
        Assert.Equal(
            [Private.Helpful, Private.NotHelpful, Private.WrongMatch, Private.WhereFrom, Private.Sources],
            answer.Buttons.Select(button => button.Label));
        await Telegram.PressAsync(Member, answer, Private.WhereFrom);
        Assert.Equal(answer.Id, (await Telegram.NextReplyAsync(Member)).ReplyTo);
        await Telegram.SendTextAsync(Member, "/why");
        Assert.StartsWith("You picked the claim “", (await Telegram.NextReplyAsync(Member)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_match_is_counted_and_nothing_else_is_looked_for_as_the_post_is_not_there()
    {
        var bot = await StartAutomaticAsync();
        var (_, answer) = await FollowAsync();

        await Telegram.PressAsync(Member, answer, Private.WrongMatch);

        var after = await Telegram.NextReplyAsync(Member);
        Assert.Equal((answer.Id, answer.Text), (after.Id, after.Text));
        Assert.Equal([Private.WhereFrom, Private.Sources], after.Buttons.Select(left => left.Label));
        Assert.Equal("wrong_match", Assert.Single(await bot.Services.GetRequiredService<FeedbackStore>().ListAsync()).Kind);
    }

    private async Task<(BotMessage InGroup, BotMessage Answer)> FollowAsync()
    {
        Forward(Group, Sample.Known);
        var inGroup = await Telegram.NextReplyAsync(Group);
        await Telegram.SendTextAsync(Member, $"/start {Assert.Single(inGroup.Buttons).Data.Split('=')[1]}");
        return (inGroup, await Telegram.NextReplyAsync(Member));
    }
}
