using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using FactChecking.Semantics.Vectors;

namespace FactChecking.Benchmarks;

/// <summary>The search among vectors of the size of multilingual-e5-small: each compared, and after a comparison of signs.</summary>
[Config(typeof(InProcess))]
public class VectorBenchmarks
{
    private const int Dimensions = 384;
    private const int Claims = 40;

    private readonly Random _random = new(1);
    private VectorIndex _index = null!; // filled by the setup
    private QuantisedVector _query = null!; // made by the setup

    [Params(10_000, 100_000, 200_000, 1_000_000)]
    public int Vectors { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _index = new VectorIndex(Dimensions);
        for (var vector = 0; vector < Vectors; vector++)
            _index.Add(vector / 3, Next());
        _index.MeasureScale();
        _query = Next();
    }

    [Benchmark]
    public int Search() => _index.Search(_query, Claims).Count;

    private QuantisedVector Next()
    {
        var vector = new float[Dimensions];
        for (var index = 0; index < vector.Length; index++)
            vector[index] = _random.NextSingle() - 0.5f;
        return QuantisedVector.Of(vector);
    }

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
    }
}
