using BotHost.Store.Submissions;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Handling;

public class PassOnTests : BotTest
{
    private const string Message = $"{Sample.Unknown}. Call +380 44 123 45 67, write to p.ashgrove@example.com, https://example.org/a?token=abc";

    private static readonly PrivateTexts Texts = PrivateTexts.In("en");

    [Fact]
    public async Task An_unknown_text_is_shown_redacted_with_who_will_see_it_before_it_is_passed_on()
    {
        var bot = await StartBotAsync();

        var preview = await OfferAsync(Message);

        Assert.Contains(Sample.Unknown, preview.Text, StringComparison.Ordinal);
        Assert.Contains("The maintainers of this bot", preview.Text, StringComparison.Ordinal);
        Assert.All(["123 45 67", "ashgrove", "token"], secret => Assert.DoesNotContain(secret, preview.Text, StringComparison.Ordinal));
        Assert.Empty(await PassedOnIn(bot));
    }

    [Fact]
    public async Task Yes_passes_on_the_text_that_was_shown_and_nothing_about_the_chat()
    {
        var bot = await StartBotAsync();
        var preview = await OfferAsync(Message);

        await Telegram.PressAsync(Chat, preview, Texts.PassOnYes);

        var done = await Telegram.NextReplyAsync(Chat);
        Assert.Equal(preview.Id, done.Id);
        Assert.Equal([Texts.TellMe], done.Buttons.Select(button => button.Label));
        var passedOn = Assert.Single(await PassedOnIn(bot));
        Assert.Contains(passedOn.Text, preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, BotApplication.Count(Folder, "to_be_told"));
    }

    [Fact]
    public async Task The_same_words_are_one_text_that_is_counted()
    {
        var bot = await StartBotAsync();
        foreach (var message in new[] { Sample.Unknown, Sample.Unknown.ToUpperInvariant() + "!" })
        {
            await Telegram.PressAsync(Chat, await OfferAsync(message), Texts.PassOnYes);
            await Telegram.NextReplyAsync(Chat);
        }

        Assert.Equal(2, Assert.Single(await PassedOnIn(bot)).Count);
    }

    [Fact]
    public async Task No_passes_nothing_on()
    {
        var bot = await StartBotAsync();

        await Telegram.PressAsync(Chat, await OfferAsync(Message), Texts.PassOnNo);

        Assert.Equal(Texts.NotPassedOn, (await Telegram.NextReplyAsync(Chat)).Text);
        Assert.Empty(await PassedOnIn(bot));
    }

    [Fact]
    public async Task A_text_that_was_changed_after_it_was_shown_is_not_passed_on()
    {
        var bot = await StartBotAsync();
        var preview = await OfferAsync(Message);
        Telegram.Edit(Chat, preview.ReplyTo!.Value, Sample.Known);
        await Telegram.NextReplyAsync(Chat);

        Telegram.Refresh(Chat, preview.Id);
        await Telegram.PressAsync(Chat, preview, Texts.PassOnYes);

        Assert.Equal(Texts.NothingToPassOn, (await Telegram.NextReplyAsync(Chat)).Text);
        Assert.Empty(await PassedOnIn(bot));
    }

    [Fact]
    public async Task The_chat_is_kept_only_when_it_asks_to_be_told_and_until_it_is_forgotten()
    {
        await StartBotAsync();
        await Telegram.PressAsync(Chat, await OfferAsync(Message), Texts.PassOnYes);

        await Telegram.PressAsync(Chat, await Telegram.NextReplyAsync(Chat), Texts.TellMe);

        Assert.Equal(Texts.WillTell, (await Telegram.NextReplyAsync(Chat)).Text);
        Assert.Equal(1, BotApplication.Count(Folder, "to_be_told", $"chat_id = {Chat.Id}"));
        await Telegram.SendTextAsync(Chat, "/forget");
        Assert.Contains(Texts.ForgottenToBeTold.Replace("{count}", "1", StringComparison.Ordinal), (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
        Assert.Equal(0, BotApplication.Count(Folder, "to_be_told"));
    }

    private async Task<BotMessage> OfferAsync(string message)
    {
        await Telegram.SendTextAsync(Chat, message);
        await Telegram.PressAsync(Chat, await Telegram.NextReplyAsync(Chat), Texts.PassOn);
        return await Telegram.NextReplyAsync(Chat);
    }

    private static Task<IReadOnlyList<Submission>> PassedOnIn(BotApplication bot) =>
        bot.Services.GetRequiredService<SubmissionStore>().UndecidedAsync();
}
