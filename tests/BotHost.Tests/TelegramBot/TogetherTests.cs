using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot;

/// <summary>The clock runs slowly enough here to stop the bot while it waits for what belongs together.</summary>
public class TogetherTests() : BotTest(speed: 3)
{
    [Fact]
    public async Task Messages_that_are_forwarded_together_are_one_question()
    {
        await StartBotAsync();
        var first = await Telegram.ForwardAsync(Chat, Sample.Known, Origins.User);
        await Telegram.ForwardAsync(Chat, "They say so everywhere.", Origins.HiddenUser);
        await Telegram.ForwardAsync(Chat, "Pass it on!", Origins.User);
        await Telegram.SendTextAsync(Chat, "/start");

        var answer = await Telegram.NextReplyAsync(Chat);
        var after = await Telegram.NextReplyAsync(Chat);

        Assert.Equal(first, answer.ReplyTo);
        Assert.Contains("20%", answer.Text, StringComparison.Ordinal);
        Assert.Equal(TelegramHtml.Parse(BotTexts.In("en").Start).Text, after.Text);
    }

    [Fact]
    public async Task An_album_that_comes_over_seconds_is_one_question_about_its_caption()
    {
        await StartBotAsync();
        await Telegram.SendAlbumPartAsync(Chat, "777");
        await Task.Delay(TimeSpan.FromSeconds(1), Clock, TestContext.Current.CancellationToken);
        var captioned = await Telegram.SendAlbumPartAsync(Chat, "777", Sample.Known);
        await Task.Delay(TimeSpan.FromSeconds(1), Clock, TestContext.Current.CancellationToken);
        await Telegram.SendAlbumPartAsync(Chat, "777");

        var answer = await Telegram.NextReplyAsync(Chat);
        await Telegram.SendAlbumPartAsync(Chat, "777"); // later than anyone waits
        await Telegram.SendTextAsync(Chat, "/start");

        Assert.Equal(captioned, answer.ReplyTo);
        Assert.EndsWith(TelegramHtml.Parse(BotTexts.In("en").MediaNotRead).Text, answer.Text, StringComparison.Ordinal);
        Assert.Equal(TelegramHtml.Parse(BotTexts.In("en").Start).Text, (await Telegram.NextReplyAsync(Chat)).Text);
    }

    [Fact]
    public async Task A_restart_while_it_waits_for_the_rest_loses_nothing()
    {
        var before = await StartBotAsync();
        await Telegram.ForwardAsync(Chat, Sample.Known, Origins.User);
        await Telegram.ForwardAsync(Chat, "Pass it on!", Origins.User);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "inbox", "state = 'waiting'") == 2, "both were stored");
        await StopAsync(before);
        Assert.False(Telegram.HasReply(Chat));

        await StartBotAsync();

        Assert.Contains("20%", (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") == 2, "both were closed");
        Assert.False(Telegram.HasReply(Chat));
    }

    [Fact]
    public async Task A_message_that_was_typed_does_not_wait_and_is_a_question_of_its_own()
    {
        await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.SendTextAsync(Chat, Sample.Unknown);

        Assert.NotEqual((await Telegram.NextReplyAsync(Chat)).ReplyTo, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
    }
}
