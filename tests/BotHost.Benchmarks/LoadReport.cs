using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>How many updates a second each bot answers, in turn, and the ratio of the middle ones.</summary>
internal static class LoadReport
{
    private const int WarmUp = 1000;

    public static async Task PrintAsync(int updates, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("bot-load-");
        var (echo, bot) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            echo.Add(await MeasureAsync(BotProcess.StartEcho, updates));
            bot.Add(await MeasureAsync(telegram => BotProcess.StartBot(telegram, folder.FullName), updates));
            Console.WriteLine($"round {round}: echo {echo[^1]:F0}/s, bot {bot[^1]:F0}/s");
        }

        folder.Delete(recursive: true);
        Console.WriteLine($"median: echo {Median(echo):F0}/s, bot {Median(bot):F0}/s, ratio {Median(bot) / Median(echo):F2}");
    }

    private static async Task<double> MeasureAsync(Func<LoopbackTelegram, BotProcess> start, int updates)
    {
        await using var telegram = await LoopbackTelegram.StartAsync();
        using var bot = start(telegram);
        await telegram.SendAsync(WarmUp);
        var watch = Stopwatch.StartNew();
        await telegram.SendAsync(updates);
        return updates / watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
