using System.Text.Json.Nodes;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Matching;

namespace BotHost.Tests.TelegramBot;

public class ConversationTests : BotTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_is_answered_with_a_reply_to_it(bool webhook)
    {
        var bot = await StartBotAsync(webhook);
        var answer = await Sample.AnswerAsync(bot, Sample.Known);

        var asked = await Telegram.SendTextAsync(Chat, Sample.Known);

        var reply = await Telegram.NextReplyAsync(Chat);
        Assert.Equal(Decision.Answer, answer.Decision);
        Assert.Equal(Words(answer.Text), reply.Text);
        Assert.Equal(asked, reply.ReplyTo);
        Assert.Equal(5, reply.Buttons.Count);
        Assert.True((bool?)reply.Request["link_preview_options"]!["is_disabled"]);
    }

    [Fact]
    public async Task A_message_that_no_record_matches_is_answered_too()
    {
        var bot = await StartBotAsync();
        var answer = await Sample.AnswerAsync(bot, Sample.Unknown);

        await Telegram.SendTextAsync(Chat, Sample.Unknown);

        Assert.Equal(Decision.None, answer.Decision);
        Assert.Equal(Words(answer.Text), (await Telegram.NextReplyAsync(Chat)).Text);
    }

    [Fact]
    public async Task A_forwarded_message_is_answered_wherever_it_comes_from()
    {
        var bot = await StartBotAsync();
        var claim = (await Sample.AnswerAsync(bot, Sample.Known)).Text;
        JsonObject[] origins =
            [Origins.User, Origins.HiddenUser, Origins.Group, Origins.PrivateChannel, Origins.PublicChannel("some_channel", 17)];

        foreach (var origin in origins)
        {
            var asked = await Telegram.ForwardAsync(Chat, Sample.Known, origin);

            var reply = await Telegram.NextReplyAsync(Chat);
            Assert.Equal(asked, reply.ReplyTo);
            Assert.Equal(FirstLine(Words(claim)), FirstLine(reply.Text));
        }
    }

    [Fact]
    public async Task A_caption_is_answered_and_the_picture_is_said_to_be_unread()
    {
        var bot = await StartBotAsync();
        var answer = await Sample.AnswerAsync(bot, Sample.Known);

        await Telegram.SendPhotoAsync(Chat, Sample.Known);

        Assert.Equal($"{Words(answer.Text)}\n\n{Words(BotTexts.In("en").MediaNotRead)}", (await Telegram.NextReplyAsync(Chat)).Text);
    }

    [Fact]
    public async Task A_picture_without_words_is_said_to_be_unread()
    {
        var bot = await StartBotAsync();
        var answer = Words((await Sample.AnswerAsync(bot, "")).Text);

        await Telegram.SendPhotoAsync(Chat);

        Assert.Equal(answer, (await Telegram.NextReplyAsync(Chat)).Text);
        Assert.Contains("not read", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sticker_is_answered_with_what_can_be_asked()
    {
        var bot = await StartBotAsync();
        var answer = await Sample.AnswerAsync(bot, "");

        await Telegram.SendStickerAsync(Chat);

        Assert.Equal(Decision.NothingToCheck, answer.Decision);
        Assert.Equal(Words(answer.Text), (await Telegram.NextReplyAsync(Chat)).Text);
    }

    [Fact]
    public async Task The_messages_of_one_chat_are_answered_in_order()
    {
        await StartBotAsync();
        var asked = new List<int?>();
        for (var i = 0; i < 20; i++)
            asked.Add(await Telegram.SendTextAsync(Chat, i % 2 == 0 ? Sample.Known : Sample.Unknown));

        var answered = new List<int?>();
        while (answered.Count < asked.Count)
            answered.Add((await Telegram.NextReplyAsync(Chat)).ReplyTo);

        Assert.Equal(asked, answered);
    }

    [Fact]
    public async Task An_answer_goes_out_though_the_message_was_deleted()
    {
        var asked = await Telegram.SendTextAsync(Chat, Sample.Known);
        Telegram.Delete(Chat, asked);

        await StartBotAsync();

        Assert.Null((await Telegram.NextReplyAsync(Chat)).ReplyTo);
    }

    private static string FirstLine(string text) => text.Split('\n')[0];

    private static string Words(string html) => TelegramHtml.Parse(html).Text;
}
