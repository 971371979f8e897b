using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace BotHost.Benchmarks;

/// <summary>How long list, search and API take over HTTP at so many imported claims, beside a bare endpoint over the same file.</summary>
internal static class PagesReport
{
    private const int Calls = 300;
    private const int Seed = 20260101;

    // By rank, so that the first letters and words are far more common than the last, as in a language.
    private const int Vocabulary = 30_000;

    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"];

    private static readonly string[] Queries =
        ["baba", "b", "ba", "baba ce", "ceba d", "在", "国家", "国家的", "lofodi", "made-777", "nothing like this", "guba 国", "mupena riso"];

    public static async Task PrintAsync(int records)
    {
        var folder = Directory.CreateTempSubdirectory("bot-pages-").FullName;
        var database = Path.Combine(folder, "knowledge.db");
        var watch = Stopwatch.StartNew();
        await ImportAsync(folder, database, records);
        Console.WriteLine($"{records} claims imported in {watch.Elapsed.TotalSeconds:0.0} s, {new FileInfo(database).Length / 1024 / 1024} MB");

        using (var bot = BotProcess.StartPages(folder, "http://127.0.0.1:5961"))
        using (var bare = BotProcess.StartBare(database, "http://127.0.0.1:5962"))
        using (var client = new HttpClient())
        {
            await ReadyAsync(client, "http://127.0.0.1:5961/health/ready");
            await ReadyAsync(client, "http://127.0.0.1:5962/");
            var baseline = await MeasureAsync(client, _ => "http://127.0.0.1:5962/", 0);
            Print("bare select", baseline, baseline.Median);
            foreach (var (name, address) in Addresses())
                Print(name, await MeasureAsync(client, address, Queries.Length), baseline.Median);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<(string Name, Func<int, string> Address)> Addresses()
    {
        const string bot = "http://127.0.0.1:5961";
        yield return ("list page", _ => $"{bot}/claims");
        yield return ("list page of a language", _ => $"{bot}/claims?in=zh-Hans");
        yield return ("search page", call => $"{bot}/claims?kind=everything&q={Query(call)}");
        yield return ("search page of a kind and language", call => $"{bot}/claims?in=en&q={Query(call)}");
        yield return ("API claims:search", call => $"{bot}/api/v1/claims:search?query={Query(call)}");
        yield return ("API claims:search of two years", call => $"{bot}/api/v1/claims:search?maxAgeDays=730&query={Query(call)}");
        yield return ("claim page", call => $"{bot}/claims/made-{call}");
    }

    private static string Query(int call) => Uri.EscapeDataString(Queries[call % Queries.Length]);

    private static async Task<(double Median, double P99)> MeasureAsync(HttpClient client, Func<int, string> address, int warmUp)
    {
        for (var call = 0; call <= warmUp; call++)
            await client.GetByteArrayAsync(address(call));
        var times = new List<double>();
        for (var call = 0; call < Calls; call++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(address(call));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        return (times[Calls / 2], times[Calls * 99 / 100]);
    }

    private static void Print(string name, (double Median, double P99) times, double baseline) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name,-36} p50 {times.Median,6:0.0} ms   p99 {times.P99,6:0.0} ms   {times.Median / baseline,5:0.0} times the bare endpoint"));

    private static async Task ReadyAsync(HttpClient client, string address)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if ((await client.GetAsync(address)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (attempt < 600)
            {
                // It is not up yet.
            }
            await Task.Delay(200);
        }
    }

    private static async Task ImportAsync(string folder, string database, int records)
    {
        var lines = Path.Combine(folder, "records.jsonl");
        await File.WriteAllLinesAsync(lines, Enumerable.Range(0, records).Select(Record));
        using var import = Process.Start("dotnet", [BotProcess.Beside("BotHost.dll"), "import", lines, "--format", "records", "--db", database]);
        await import.WaitForExitAsync();
        if (import.ExitCode != 0)
            throw new InvalidOperationException("The import failed.");
        File.Delete(lines);
    }

    private static string Record(int number)
    {
        var random = new Random(Seed + number);
        var chinese = number % 5 == 0;
        return JsonSerializer.Serialize(new
        {
            id = $"made-{number}",
            lang = chinese ? "zh-Hans" : "en",
            title = chinese
                ? $"国家{string.Concat(Enumerable.Range(0, 18).Select(_ => (char)('\u4E00' + (int)(Math.Pow(3_000, random.NextDouble()) - 1))))}在"
                : string.Join(' ', Enumerable.Range(0, 10).Select(_ => Word((int)Math.Pow(Vocabulary, random.NextDouble()) - 1))),
            url = $"https://site{number % 40}.example/{number}",
            date = new DateOnly(2015, 1, 1).AddDays(number % 4_000).ToString("O", CultureInfo.InvariantCulture),
        });
    }

    private static string Word(int rank)
    {
        var word = "";
        for (var rest = rank; rest > 0 || word.Length < 4; rest /= Syllables.Length)
            word += Syllables[rest % Syllables.Length];
        return word;
    }
}
