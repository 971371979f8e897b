using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Sending;

public class FloodTests() : BotTest(speed: 1)
{
    [Fact]
    public async Task When_many_chats_are_sent_back_at_once_all_wait_also_after_a_restart()
    {
        var before = await StartBotAsync();
        Telegram.FailNext("sendMessage", [.. Enumerable.Repeat(Fault.TooManyRequests(3000), 5)]);
        for (var i = 0; i < 5; i++)
            await Telegram.SendTextAsync(FakeChat.New(), "/start");
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "sending_pause") == 1, "the pause was stored");
        await StopAsync(before);

        await StartBotAsync();
        await Telegram.SendTextAsync(Chat, "/start");
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts = 0") == 1, "the reply waits");
        Clock.Advance(TimeSpan.FromSeconds(2500));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(5, Telegram.Calls.Count(call => call.Method == "sendMessage"));

        Clock.Advance(TimeSpan.FromSeconds(600));
        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task The_limits_of_a_strict_server_are_kept()
    {
        Telegram.EnforceLimits();
        await StartBotAsync();
        var chats = Enumerable.Range(0, 20).Select(_ => FakeChat.New()).ToList();
        for (var i = 0; i < 5; i++)
        {
            foreach (var chat in chats)
                await Telegram.SendTextAsync(chat, "/start");
        }

        await Eventually.TrueAsync(() => Telegram.Deliveries.Count >= 100, "all were answered", TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Telegram.Refusals, refusal => refusal.Contains("Too Many Requests", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "blocked")]
    [InlineData(403, "Forbidden: user is deactivated", "blocked")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "kicked")]
    [InlineData(400, "Bad Request: chat not found", "gone")]
    [InlineData(400, "Bad Request: message thread not found", "gone")]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", "refused")]
    public async Task What_can_never_be_delivered_is_closed_and_counted_by_its_reason(int code, string description, string reason)
    {
        var bot = await StartBotAsync();
        Telegram.FailNext("sendMessage", Fault.Error(code, description));

        await Telegram.SendTextAsync(Chat, "/start");

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "counters", "name = 'undeliverable'") == 1, "it was closed");
        var counters = await bot.CountersAsync();
        Assert.Equal(1, counters[$"undeliverable_{reason}"]);
        Assert.Equal(1, counters["undeliverable"]);
    }
}
