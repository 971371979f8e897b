using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Receiving;

public class LongPollingTests : BotTest
{
    [Fact]
    public async Task What_was_sent_while_the_bot_was_down_is_answered()
    {
        await Telegram.SendTextAsync(Chat, Sample.Known);

        await StartBotAsync();

        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task Stopping_confirms_the_last_batch()
    {
        var bot = await StartBotAsync();
        await Eventually.TrueAsync(() => Telegram.IsPolled, "the bot is asking");
        Telegram.FailNext("getUpdates", Fault.TooManyRequests(3600)); // the next one, which would confirm
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        Assert.Equal(1, Telegram.Pending.Count);

        await StopAsync(bot);

        Assert.Equal(0, Telegram.Pending.Count);
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_could_not_be_stored()
    {
        var bot = await StartBotAsync();
        BotApplication.Execute(Folder, "create trigger fail before insert on inbox begin select raise(abort, 'no'); end");
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Eventually.TrueAsync(() => bot.Log.Lines.Any(line => line.Contains("Asking for updates failed", StringComparison.Ordinal)), "storing failed");
        Assert.Equal(1, Telegram.Pending.Count);

        BotApplication.Execute(Folder, "drop trigger fail");

        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task A_webhook_left_over_is_removed_and_its_updates_are_kept()
    {
        var webhook = await StartBotAsync(webhook: true);
        await Telegram.CalledAsync("setWebhook");
        await StopAsync(webhook);
        await Telegram.SendTextAsync(Chat, Sample.Known);

        await StartBotAsync();

        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task A_second_program_with_the_same_token_is_reported_and_outlived()
    {
        var bot = await StartBotAsync();
        await Eventually.TrueAsync(() => Telegram.IsPolled, "the bot is asking");
        using var client = new HttpClient();
        await client.GetAsync($"{Telegram.Address}/bot{Telegram.Token}/getUpdates", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => bot.Log.Lines.Any(line => line.StartsWith("Critical", StringComparison.Ordinal)), "it was reported");

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Telegram.SendTextAsync(Chat, Sample.Known);

        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task Trouble_with_asking_is_got_over()
    {
        Telegram.FailNext("deleteWebhook", Fault.Reset);
        Telegram.FailNext("getUpdates", Fault.BadGateway, Fault.Internal, Fault.TooManyRequests(5), Fault.Reset);
        await StartBotAsync();

        await Telegram.SendTextAsync(Chat, Sample.Known);

        await Telegram.NextReplyAsync(Chat);
    }
}
