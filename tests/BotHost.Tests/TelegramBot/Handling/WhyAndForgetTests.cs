using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Handling;

public class WhyAndForgetTests : BotTest
{
    [Theory]
    [InlineData("en", "Only 20% of Ukrainians support joining NATO.")]
    [InlineData("uk", "Лише 20% українців підтримують вступ до НАТО.")]
    [InlineData("zh-hans", "只有20%的乌克兰人支持加入北约。")]
    public async Task Why_explains_the_last_match_in_plain_words(string client, string message)
    {
        await StartBotAsync();
        var chat = FakeChat.New(client);
        await Telegram.SendTextAsync(chat, message);
        await Telegram.NextReplyAsync(chat);

        await Telegram.SendTextAsync(chat, "/why");

        var texts = PrivateTexts.In(FactChecking.Languages.ReplyLanguages.FromTag(client)!);
        var why = (await Telegram.NextReplyAsync(chat)).Text;
        Assert.StartsWith(texts.WhyClaim.Split('{')[0], why, StringComparison.Ordinal);
        Assert.Contains("20", why, StringComparison.Ordinal);
        Assert.Contains(texts.WhyWords.Split('{')[0], why, StringComparison.Ordinal);
        Assert.Contains(texts.WrongMatch, why, StringComparison.Ordinal);
        Assert.DoesNotContain("{", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_has_nothing_to_explain_before_a_message_and_says_so_of_nothing_found()
    {
        await StartBotAsync();
        var texts = PrivateTexts.In("en");

        await Telegram.SendTextAsync(Chat, "/why");
        Assert.Equal(texts.WhyNothing, (await Telegram.NextReplyAsync(Chat)).Text);
        await Telegram.SendTextAsync(Chat, Sample.Unknown);
        await Telegram.NextReplyAsync(Chat);
        await Telegram.SendTextAsync(Chat, "/why");
        Assert.Equal(texts.WhyNoClaim, (await Telegram.NextReplyAsync(Chat)).Text);
    }

    [Fact]
    public async Task Why_says_that_the_person_picked_the_claim()
    {
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, await Sample.AmbiguousAsync(bot));
        var question = await Telegram.NextReplyAsync(Chat);
        await Telegram.PressAsync(Chat, question, question.Buttons[0].Label);
        await Telegram.NextReplyAsync(Chat);

        await Telegram.SendTextAsync(Chat, "/why");

        Assert.StartsWith("You picked the claim “", (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_says_what_was_held_and_leaves_no_trace_of_the_chat_in_any_table()
    {
        await StartBotAsync();
        await Telegram.SendTextAsync(Chat, "/language");
        await Telegram.PressAsync(Chat, await Telegram.NextReplyAsync(Chat), BotTexts.In("en").OwnName);
        await Telegram.NextReplyAsync(Chat);
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        await Telegram.SendTextAsync(Chat, Sample.Unknown);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "all was sent");
        Assert.NotEmpty(BotApplication.ColumnsWith(Folder, Chat.Id));

        await Telegram.SendTextAsync(Chat, "/forget");

        var reply = (await Telegram.NextReplyAsync(Chat)).Text;
        Assert.Contains(PrivateTexts.In("en").ForgottenLanguage, reply, StringComparison.Ordinal);
        Assert.Contains(PrivateTexts.In("en").ForgottenAnswers.Replace("{count}", "2", StringComparison.Ordinal), reply, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "the reply was noted as sent");
        Assert.Empty(BotApplication.ColumnsWith(Folder, Chat.Id));
    }

    [Fact]
    public async Task Forget_says_so_when_nothing_was_held()
    {
        await StartBotAsync();

        await Telegram.SendTextAsync(Chat, "/forget");

        Assert.StartsWith(PrivateTexts.In("en").ForgottenNothing, (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
    }
}
