using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>How many updates a second each bot answers, in turn, and the ratio of the middle ones.</summary>
internal static class LoadReport
{
    // Until the just-in-time compiler is done: it takes much of the processor till then.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private const int AtOnce = 1000;

    public static async Task PrintAsync(int updates, int rounds)
    {
        var (echo, bot) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            echo.Add(await MeasureAsync(BotProcess.StartEcho, updates));
            // A folder of its own: updates that a bot has stored before are not answered again.
            var folder = Directory.CreateTempSubdirectory("bot-load-");
            bot.Add(await MeasureAsync(telegram => BotProcess.StartBot(telegram, folder.FullName), updates));
            folder.Delete(recursive: true);
            Console.WriteLine($"round {round}: echo {echo[^1]:F0}/s, bot {bot[^1]:F0}/s");
        }

        Console.WriteLine($"median: echo {Median(echo):F0}/s, bot {Median(bot):F0}/s, ratio {Median(bot) / Median(echo):F2}");
    }

    private static async Task<double> MeasureAsync(Func<LoopbackTelegram, BotProcess> start, int updates)
    {
        await using var telegram = await LoopbackTelegram.StartAsync();
        using var bot = start(telegram);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WarmUp)
            await bot.WhileAliveAsync(telegram.SendAsync(AtOnce));
        watch.Restart();
        await bot.WhileAliveAsync(telegram.SendAsync(updates));
        return updates / watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
