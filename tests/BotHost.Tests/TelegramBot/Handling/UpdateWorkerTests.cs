using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Handling;

public class UpdateWorkerTests : BotTest
{

    [Fact]
    public async Task A_failed_update_is_tried_again()
    {
        await StartBotAsync();
        FailHandling();
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "inbox", "attempts > 0") == 1, "handling failed");

        BotApplication.Execute(Folder, "drop trigger fail");
        Clock.Advance(TimeSpan.FromMinutes(2));

        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task An_update_that_always_fails_is_set_aside_and_its_chat_goes_on()
    {
        var bot = await StartBotAsync();
        var other = FakeChat.New();
        FailHandling("new.payload not like '%/privacy%'"); // which only the second reply names
        await Telegram.SendTextAsync(Chat, Sample.Known);
        var second = await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.SendTextAsync(other, "/start");
        await Telegram.NextReplyAsync(other);
        Assert.False(Telegram.HasReply(Chat));

        await Eventually.TrueAsync(() => IsSetAsideAfter(TimeSpan.FromSeconds(10)), "it was set aside");

        Assert.Equal(second, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
        Assert.Equal(1, BotApplication.Count(Folder, "inbox", "attempts = 5"));
        Assert.Equal(1, (await bot.CountersAsync())["set_aside"]);
    }

    [Fact]
    public async Task A_restart_between_receipt_and_answer_loses_nothing()
    {
        var before = await StartBotAsync();
        FailHandling();
        var asked = await Telegram.SendTextAsync(Chat, Sample.Known);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "inbox", "attempts > 0") == 1, "handling failed");
        await StopAsync(before);
        Assert.Equal(0, Telegram.Pending.Count);
        BotApplication.Execute(Folder, "drop trigger fail");

        await StartBotAsync();

        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(asked, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
    }

    [Fact]
    public async Task Stopping_and_starting_again_and_again_answers_each_message_once()
    {
        var asked = new List<int?>();
        for (var round = 0; round < 4; round++)
        {
            var bot = await StartBotAsync();
            for (var i = 0; i < 5; i++)
                asked.Add(await Telegram.SendTextAsync(Chat, Sample.Known));
            await StopAsync(bot);
        }

        await StartBotAsync();
        var answered = new List<int?>();
        while (answered.Count < asked.Count)
            answered.Add((await Telegram.NextReplyAsync(Chat)).ReplyTo);

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "all is sent");
        Assert.Equal(asked, answered);
        Assert.False(Telegram.HasReply(Chat));
    }

    private bool IsSetAsideAfter(TimeSpan wait)
    {
        Clock.Advance(wait);
        return BotApplication.Count(Folder, "inbox", "state = 'set_aside'") == 1;
    }

    // At the very end: when the reply is put into the outbox.
    private void FailHandling(string when = "true") => BotApplication.Execute(
        Folder,
        $"create trigger fail before insert on outbox when new.lane = {Chat.Id} and {when} begin select raise(abort, 'no'); end");
}
