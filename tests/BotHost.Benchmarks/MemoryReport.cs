using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>The bot's memory, twice a minute, while it answers so many updates a second.</summary>
internal static class MemoryReport
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public static async Task PrintAsync(TimeSpan length, int rate)
    {
        var folder = Directory.CreateTempSubdirectory("bot-load-");
        await using (var telegram = await LoopbackTelegram.StartAsync())
        using (var bot = BotProcess.StartBot(telegram, folder.FullName))
        {
            var (watch, next) = (Stopwatch.StartNew(), Interval);
            for (var second = 1; watch.Elapsed < length; second++)
            {
                await telegram.SendAsync(rate);
                if (watch.Elapsed >= next)
                {
                    Console.WriteLine($"{watch.Elapsed:mm\\:ss} {bot.Memory} MB");
                    next += Interval;
                }

                if (TimeSpan.FromSeconds(second) - watch.Elapsed is { Ticks: > 0 } rest)
                    await Task.Delay(rest);
            }
        }

        folder.Delete(recursive: true);
    }
}
