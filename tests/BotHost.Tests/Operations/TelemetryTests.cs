using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BotHost.Tests.Support;

namespace BotHost.Tests.Operations;

public class TelemetryTests : BotTest
{
    [Fact]
    public async Task Prometheus_reads_on_an_address_of_its_own_what_the_bot_did_and_nothing_about_people()
    {
        var address = $"http://localhost:{FreePort()}/";
        var bot = await StartBotAsync(more: new Dictionary<string, string?> { ["Operations:MetricsAddress"] = address });
        Telegram.FailNext("sendMessage", Fault.BadGateway);
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        using var http = new HttpClient();

        var metrics = "";
        await Eventually.TrueAsync(
            () => (metrics = http.GetStringAsync($"{address}metrics").GetAwaiter().GetResult()).Contains("outcome=\"sent\"", StringComparison.Ordinal), "the call was counted");

        string[] expected =
        [
            "bothost_updates_total{", "outcome=\"stored\"", "bothost_handling_duration_seconds_bucket{", "outcome=\"postponed\"",
            "method=\"sendMessage\"", "factchecking_checks_duration_seconds_count{", "decision=\"Answer\"", "composer=\"Template\"",
            "bothost_outbox_depth", "bothost_inbox_depth",
        ];
        Assert.All(expected, part => Assert.Contains(part, metrics, StringComparison.Ordinal));
        AssertNothingPrivate(metrics);
        using var onPages = await Telegram.Webhook.Client!.GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, onPages.StatusCode);
        Assert.True((await bot.ReadinessAsync()).IsReady);
    }

    [Fact]
    public async Task Traces_hold_methods_and_outcomes_and_nothing_about_people()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(
                $"{activity.Source.Name}: {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(one => one.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        Telegram.FailNext("sendMessage", Fault.BadGateway, Fault.Reset);
        await StartBotAsync();

        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);

        await Eventually.TrueAsync(() => seen.Any(line => line.Contains("[outcome, sent]", StringComparison.Ordinal)), "the call was traced");
        Assert.Contains(seen, line => line.Contains("handle update [outcome, done]", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.Contains("[telegram.method, sendMessage] [outcome, postponed]", StringComparison.Ordinal));
        AssertNothingPrivate(string.Join('\n', seen));
    }

    private void AssertNothingPrivate(string text)
    {
        string[] secrets = [Telegram.Token.Split(':')[1], $"{Chat.Id}", Chat.FirstName, Chat.UserName, Sample.Known];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
