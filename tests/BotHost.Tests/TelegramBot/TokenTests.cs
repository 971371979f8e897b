using System.Collections.Concurrent;
using System.Diagnostics;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.TelegramBot;

public class TokenTests : BotTest
{
    [Fact]
    public async Task The_token_is_in_no_log_no_trace_and_no_exception()
    {
        var traced = new ConcurrentQueue<string>();
        var thrown = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        EventHandler<System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs> watch = (_, raised) => thrown.Enqueue(raised.Exception.ToString());
        AppDomain.CurrentDomain.FirstChanceException += watch;

        Telegram.FailNext("getUpdates", Fault.Reset, Fault.BadGateway);
        Telegram.FailNext("sendMessage", Fault.Reset, Fault.BadGateway, Fault.Internal, Fault.Hang, Fault.TooManyRequests(1));
        Telegram.FailNext("setMyCommands", Fault.Blocked);
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        await StopAsync(bot);
        AppDomain.CurrentDomain.FirstChanceException -= watch;

        Assert.NotEmpty(bot.Log.Lines);
        Assert.NotEmpty(thrown);
        var secret = FakeTelegram.Token.Split(':')[1];
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(thrown, line => line.Contains(secret, StringComparison.Ordinal));
        // The stand-in for Telegram, in the same process, traces what it is asked: that is not the bot.
        Assert.DoesNotContain(traced, line => line.Contains("url.full", StringComparison.Ordinal) && line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_someone_logs_all_the_same_is_taken_out()
    {
        var bot = await StartBotAsync();
        var logger = bot.Services.GetRequiredService<ILogger<TokenTests>>();
        var address = $"https://api.telegram.org/bot{FakeTelegram.Token}/sendMessage";

#pragma warning disable CA1848, CA1873, CA2254 // what a careless line would look like
        using (logger.BeginScope("POST {Address}", address))
            logger.LogError(new InvalidOperationException(address), "Failed: {Address}", address);
        logger.LogInformation($"Sent to {address}");
#pragma warning restore CA1848, CA1873, CA2254

        Assert.Contains(bot.Log.Lines, line => line.Contains("Sent to https://api.telegram.org/bot[token]/sendMessage", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(FakeTelegram.Token, StringComparison.Ordinal));
    }
}
