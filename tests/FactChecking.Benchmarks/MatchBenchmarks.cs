using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Mathematics.OutlierDetection;

namespace FactChecking.Benchmarks;

/// <summary>Every iteration is one message, so that the percentiles are those of messages.</summary>
[Config(typeof(OneMessageAnIteration))]
public class MatchBenchmarks : IDisposable
{
    private ISearchEngine _engine = null!; // opened by the setup of each benchmark
    private int _next;

    // The benchmarks run in this process, which the command line has filled these in for.
    internal static BenchmarkDatabases Databases { get; set; } = null!;

    public static IEnumerable<int> Sizes { get; set; } = [];

    [ParamsSource(nameof(Sizes))]
    public int Records { get; set; }

    [GlobalSetup(Target = nameof(Matcher))]
    public void OpenMatcher() => _engine = new MatcherEngine(Databases.Get(Records));

    [GlobalSetup(Target = nameof(LuceneNet))]
    public void OpenLucene() => _engine = new LuceneEngine(Databases.Get(Records), Databases.FolderOf("lucene", Records));

    [GlobalSetup(Target = nameof(SqliteFullText))]
    public void OpenFullText() => _engine = new FullTextEngine(Databases.Get(Records), Databases.FolderOf("fts5", Records));

    [Benchmark(Baseline = true)]
    public int Matcher() => SearchNext();

    [Benchmark]
    public int LuceneNet() => SearchNext();

    [Benchmark]
    public int SqliteFullText() => SearchNext();

    [GlobalCleanup]
    public void Dispose()
    {
        _engine.Dispose();
        GC.SuppressFinalize(this);
    }

    private int SearchNext() => _engine.Search(Databases.Messages[_next++ % Databases.Messages.Count]);

    private sealed class OneMessageAnIteration : ManualConfig
    {
        public OneMessageAnIteration()
        {
            AddJob(Job.Default
                .WithToolchain(InProcessNoEmitToolchain.Instance)
                .WithStrategy(RunStrategy.Monitoring)
                .WithWarmupCount(1_000)
                .WithIterationCount(500)
                .WithInvocationCount(1)
                .WithUnrollFactor(1)
                .WithGcForce(false)
                .WithOutlierMode(OutlierMode.DontRemove));
            AddColumn(StatisticColumn.P50, StatisticColumn.P95);
        }
    }
}
