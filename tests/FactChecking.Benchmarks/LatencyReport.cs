using System.Diagnostics;

namespace FactChecking.Benchmarks;

/// <summary>Prints what BenchmarkDotNet has no column for: the 99th percentile, index sizes, build speeds.</summary>
internal static class LatencyReport
{
    private const int Rounds = 2;

    // Long enough for the code to be compiled a second time, with what was learnt from running it.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static void Print(BenchmarkDatabases databases, int[] sizes)
    {
        Console.WriteLine("records  engine         p50 ms  p95 ms  p99 ms  p50 ratio | bytes/record | built s  records/s");
        foreach (var records in sizes)
        {
            var file = databases.Get(records);
            var matcher = Row(records, new MatcherEngine(file), databases.Messages, null);
            Row(records, new LuceneEngine(file, databases.FolderOf("lucene", records)), databases.Messages, matcher);
            Row(records, new FullTextEngine(file, databases.FolderOf("fts5", records)), databases.Messages, matcher);
        }

        using var largest = new MatcherEngine(databases.Get(sizes.Max()));
        HostileCost.Print(largest, databases.Messages);
    }

    private static double Row(int records, ISearchEngine engine, IReadOnlyList<string> messages, double? baseline)
    {
        using (engine)
        {
            var times = Times(engine, messages);
            var median = At(times, .5);
            var seconds = engine.BuildTime?.TotalSeconds;
            Console.WriteLine(
                $"{records,7}  {engine.Name,-12} {median,8:0.00} {At(times, .95),7:0.00} {At(times, .99),7:0.00} {median / (baseline ?? median),10:0.0} | {(double)engine.Bytes / records,12:0} | {seconds,7:0.00} {records / seconds,10:0}");
            return median;
        }
    }

    /// <summary>Milliseconds of every search, ascending; those that warm up are left out.</summary>
    private static double[] Times(ISearchEngine engine, IReadOnlyList<string> messages)
    {
        var started = Stopwatch.GetTimestamp();
        for (var next = 0; Stopwatch.GetElapsedTime(started) < WarmUp; next++)
            engine.Search(messages[next % messages.Count]);
        return [.. Enumerable.Range(0, Rounds).SelectMany(_ => messages).Select(message => Milliseconds(engine, message)).Order()];
    }

    public static double Milliseconds(ISearchEngine engine, string message)
    {
        var started = Stopwatch.GetTimestamp();
        engine.Search(message);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double At(double[] ascending, double percentile) =>
        ascending[(int)Math.Min(ascending.Length - 1, ascending.Length * percentile)];
}
