using BotHost.Store.Proposals;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Handling;

public class ButtonTests : BotTest
{
    private static readonly BotTexts Texts = BotTexts.In("en");

    [Fact]
    public async Task A_picked_claim_takes_the_place_of_the_question()
    {
        var question = await AskAsync(await StartBotAsync());

        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);

        var answer = await Telegram.NextReplyAsync(Chat);
        Assert.True(answer.IsEdit);
        Assert.Equal(question.Id, answer.Id);
        Assert.NotEqual(question.Text, answer.Text);
        Assert.Contains(PrivateTexts.In("en").WrongMatch, answer.Buttons.Select(button => button.Label));
        await Telegram.CalledAsync("answerCallbackQuery");
    }

    [Fact]
    public async Task The_candidates_stand_one_below_the_other_with_a_way_out()
    {
        var bot = await StartBotAsync();

        var question = await AskAsync(bot);

        Assert.InRange(question.Buttons.Count, 2, 4);
        Assert.Equal(Texts.NoneOfThese, question.Buttons[^1].Label);
        Assert.All(question.Request["reply_markup"]!["inline_keyboard"]!.AsArray(), row => Assert.Single(row!.AsArray()));
    }

    [Fact]
    public async Task A_button_works_after_a_restart()
    {
        var before = await StartBotAsync();
        var question = await AskAsync(before);
        await StopAsync(before);
        await StartBotAsync();

        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);

        Assert.Equal(question.Id, (await Telegram.NextReplyAsync(Chat)).Id);
    }

    [Fact]
    public async Task None_of_these_takes_the_place_of_the_question()
    {
        var question = await AskAsync(await StartBotAsync());

        await Telegram.PressAsync(Chat, question, Texts.NoneOfThese);

        var answer = await Telegram.NextReplyAsync(Chat);
        Assert.Equal(question.Id, answer.Id);
        Assert.Equal([PrivateTexts.In("en").PassOn], answer.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task A_second_press_on_the_same_button_does_no_harm()
    {
        var bot = await StartBotAsync();
        var question = await AskAsync(bot);

        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);
        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);

        await Telegram.CalledAsync("editMessageText", 2);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") == 3 && BotApplication.Count(Folder, "outbox") == 0, "all calls were made");
        Assert.False(Telegram.HasReply(Chat));
        Assert.Contains("message is not modified", Assert.Single(Telegram.Refusals), StringComparison.Ordinal);
        Assert.Empty(await bot.CountersAsync());
    }

    [Fact]
    public async Task A_pick_proposes_the_wording_to_the_maintainers_without_a_trace_of_the_chat()
    {
        var bot = await StartBotAsync();
        const string message = "62% of Ukrainians support joining NATO, poll shows";
        await Telegram.SendTextAsync(Chat, $"{message} @{Chat.UserName} {Chat.FirstName.ToLowerInvariant()}@example.com https://t.me/{Chat.UserName}");
        var question = await Telegram.NextReplyAsync(Chat);

        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);
        await Telegram.NextReplyAsync(Chat);

        var proposal = Assert.Single(await bot.Services.GetRequiredService<VariantProposalStore>().ListAsync());
        Assert.Equal((1, $"{message} …"), (proposal.Confirmed, proposal.Text));
        Assert.DoesNotContain(Chat.UserName, proposal.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, BotApplication.Count(Folder, "chats"));
    }

    [Fact]
    public async Task None_of_these_and_a_choice_of_language_propose_nothing()
    {
        var bot = await StartBotAsync();
        var question = await AskAsync(bot);
        await Telegram.PressAsync(Chat, question, Texts.NoneOfThese);
        await Telegram.NextReplyAsync(Chat);
        await Telegram.SendTextAsync(Chat, "/language");
        var languages = await Telegram.NextReplyAsync(Chat);
        await Telegram.PressAsync(Chat, languages, Texts.OwnName);
        await Telegram.NextReplyAsync(Chat);

        Assert.Empty(await bot.Services.GetRequiredService<VariantProposalStore>().ListAsync());
    }

    [Theory]
    [InlineData("v1:pick:no-such-claim")]
    [InlineData("v0:what-an-older-version-wrote")]
    [InlineData("v1:lang:tlh")]
    public async Task A_button_that_means_nothing_any_more_says_so(string data)
    {
        var question = await AskAsync(await StartBotAsync());

        await Telegram.PressDataAsync(Chat, question, data);

        Assert.Equal(Texts.ChoiceGone, (await Telegram.NextReplyAsync(Chat)).Text);
    }

    private async Task<BotMessage> AskAsync(BotApplication bot)
    {
        await Telegram.SendTextAsync(Chat, await Sample.AmbiguousAsync(bot));
        return await Telegram.NextReplyAsync(Chat);
    }
}
