using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests;

/// <summary>What Telegram, the network and the disk may do to the bot: it goes on, loses nothing, and says what is wrong.</summary>
[Trait("Category", "Fault")]
public sealed class FaultTests : BotTest
{
    [Fact]
    public async Task A_storm_of_429_delays_replies_and_loses_repeats_and_reorders_none()
    {
        await StartBotAsync();
        var random = new Random(1);
#pragma warning disable CA5394 // chance that can be repeated
        Telegram.FailNext("sendMessage", [.. Enumerable.Range(0, 150).Select(_ => Fault.TooManyRequests(random.Next(1, 20)))]);
#pragma warning restore CA5394

        await AskAndExpectAsync(chats: 30, messages: 5);
    }

    [Fact]
    public async Task Server_errors_in_HTML_timeouts_and_broken_connections_lose_repeat_and_reorder_nothing()
    {
        await StartBotAsync();
        for (var i = 0; i < 8; i++)
        {
            Telegram.FailNext("sendMessage", Fault.BadGateway, Fault.Reset, Fault.Internal, Fault.Hang);
            Telegram.FailNext("getUpdates", Fault.Reset, Fault.BadGateway, Fault.Internal);
        }

        await AskAndExpectAsync(chats: 20, messages: 3);
    }

    [Fact]
    public async Task A_reply_whose_answer_was_lost_is_sent_again_and_no_other_is()
    {
        await StartBotAsync();
        Telegram.LoseAnswers("sendMessage", 3);

        await AskAndExpectAsync(chats: 10, messages: 2, repeats: 3);
    }

    [Fact]
    public async Task A_full_disk_stops_nothing_for_good_repeats_nothing_and_is_said()
    {
        using var disk = SmallDisk.TryMount(Folder);
        Assert.SkipWhen(disk is null, "A small disk can be mounted on Linux by root only.");
        var bot = await StartBotAsync();
        Assert.True((await bot.ReadinessAsync()).IsReady);
        disk.Fill();
        var asked = new List<int?>();
        for (var i = 0; i < 15; i++)
            asked.Add(await Telegram.SendTextAsync(Chat, string.Concat(Enumerable.Repeat("A long message that needs room on the disk. ", 80))));

        await Eventually.TrueAsync(() => bot.Log.Lines.Any(line => line.Contains("Asking for updates failed: SqliteException", StringComparison.Ordinal)), "storing failed");
        Assert.Equal("The database cannot be written: database or disk is full.", (string?)(await NotReadyAsync(bot))["database"]);
        Assert.True(Telegram.Pending.Count > 0);

        disk.Empty();

        var answered = new List<int?>();
        while (answered.Count < asked.Count)
            answered.Add((await Telegram.NextReplyAsync(Chat)).ReplyTo);
        Assert.Equal(asked, answered);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        Assert.True((await bot.ReadinessAsync()).IsReady);
        Assert.Equal(asked.Count, Telegram.Deliveries.Count);
        await StopAsync(bot);
    }

    [Fact]
    public async Task A_reply_that_was_sent_while_its_outcome_could_not_be_noted_is_not_sent_again()
    {
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was noted as sent");
        BotApplication.Execute(Folder, "create trigger fail before delete on outbox begin select raise(abort, 'no'); end");
        var asked = await Telegram.SendTextAsync(Chat, "/help");
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => bot.Log.Lines.Count(line => line.Contains("cannot be noted", StringComparison.Ordinal)) > 3, "noting failed again and again");
        BotApplication.Execute(Folder, "drop trigger fail");

        await Telegram.SendTextAsync(Chat, "/about");

        Assert.NotEqual(asked, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
        Assert.Single(Telegram.Deliveries, delivery => delivery.ReplyTo == asked);
    }

    [Fact]
    public async Task Ten_thousand_malformed_updates_are_passed_over()
    {
        var bot = await StartBotAsync();
        var fuzzer = new UpdateFuzzer(Telegram, Chat, seed: 7);
        for (var i = 0; i < 10_000; i++)
            Telegram.Pending.Add($"fuzz {i}", fuzzer.Next());

        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "all were confirmed", TimeSpan.FromSeconds(90));
        var other = FakeChat.New();
        var asked = await Telegram.SendTextAsync(other, Sample.Known);

        Assert.Equal(asked, (await Telegram.NextReplyAsync(other)).ReplyTo);
        Assert.Equal(0, (await bot.CountersAsync()).GetValueOrDefault("set_aside"));
        Assert.True((await bot.ReadinessAsync()).IsReady);
    }

    [Fact]
    public async Task A_webhook_takes_bodies_of_any_kind()
    {
        await StartBotAsync(webhook: true);
        await Eventually.TrueAsync(() => Telegram.Calls.Any(call => call.Method == "setWebhook"), "the webhook was set");
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
#pragma warning disable CA5394 // chance that can be repeated
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
#pragma warning restore CA5394
            using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = new ByteArrayContent(body) };
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", BotApplication.WebhookSecret);
            using var response = await Telegram.Webhook.Client!.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        }

        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
    }

    // What was found out a moment ago is said again.
    private static async Task<JsonNode> NotReadyAsync(BotApplication bot)
    {
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        var (isReady, parts) = await bot.ReadinessAsync();
        Assert.False(isReady);
        return parts;
    }

    private async Task AskAndExpectAsync(int chats, int messages, int repeats = 0)
    {
        var people = Enumerable.Range(0, chats).Select(_ => FakeChat.New()).ToList();
        var asked = people.ToDictionary(chat => chat.Id, _ => new List<int?>());
        for (var i = 0; i < messages; i++)
        {
            foreach (var chat in people)
                asked[chat.Id].Add(await Telegram.SendTextAsync(chat, i % 2 == 0 ? Sample.Known : "/start"));
        }

        await Eventually.TrueAsync(
            () => Telegram.Deliveries.Select(delivery => (delivery.Chat, delivery.ReplyTo)).Distinct().Count() == chats * messages
                && BotApplication.Count(Folder, "outbox") == 0,
            "all were answered", TimeSpan.FromSeconds(60));
        foreach (var chat in people)
            Assert.Equal(asked[chat.Id], Telegram.Deliveries.Where(delivery => delivery.Chat == chat.Id).Select(delivery => delivery.ReplyTo).Distinct());
        Assert.Equal((chats * messages) + repeats, Telegram.Deliveries.Count);
    }
}
