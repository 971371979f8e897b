using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Runtime.ExceptionServices;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.TelegramBot;

public class TokenTests : BotTest
{
    [Fact]
    public async Task The_token_is_in_no_log_no_trace_and_no_exception()
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(activities);
        using var events = new HttpEvents(seen);
        EventHandler<FirstChanceExceptionEventArgs> watch = (_, raised) => seen.Enqueue(raised.Exception.ToString());
        AppDomain.CurrentDomain.FirstChanceException += watch;

        Telegram.FailNext("getUpdates", Fault.Reset, Fault.BadGateway);
        Telegram.FailNext("sendMessage", Fault.Reset, Fault.BadGateway, Fault.Internal, Fault.Hang, Fault.TooManyRequests(1));
        Telegram.FailNext("setMyCommands", Fault.Blocked);
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        await StopAsync(bot);
        AppDomain.CurrentDomain.FirstChanceException -= watch;

        var secret = Telegram.Token.Split(':')[1];
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(seen, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.Contains(seen, line => line.Contains("/sendMessage", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.Contains(nameof(HttpRequestException), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_someone_logs_all_the_same_is_taken_out()
    {
        var bot = await StartBotAsync();
        var logger = bot.Services.GetRequiredService<ILogger<TokenTests>>();
        var address = $"https://api.telegram.org/bot{Telegram.Token}/sendMessage";

#pragma warning disable CA1848, CA1873, CA2254 // what a careless line would look like
        using (logger.BeginScope("POST {Address}", address))
            logger.LogError(new InvalidOperationException(address), "Failed: {Address}", address);
        logger.LogInformation($"Sent to {address}");
#pragma warning restore CA1848, CA1873, CA2254

        Assert.Contains(bot.Log.Lines, line => line.Contains("Sent to https://api.telegram.org/bot[token]/sendMessage", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(Telegram.Token, StringComparison.Ordinal));
    }

    private sealed class HttpEvents(ConcurrentQueue<string> seen) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            seen?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}"); // the base class may call before it is set
    }
}
