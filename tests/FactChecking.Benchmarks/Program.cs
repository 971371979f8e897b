using System.CommandLine;
using BenchmarkDotNet.Running;
using FactChecking.Benchmarks;

var set = new Option<DirectoryInfo?>("--set") { Description = "An evaluation set whose records are grown; without one, records are made up." };
var path = new Option<DirectoryInfo>("--path")
{
    Description = "Where the databases are made, and found again by the next run.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "factchecking-benchmarks")),
};
var records = new Option<int[]>("--records")
{
    Description = "Sizes of the databases.",
    DefaultValueFactory = _ => [1_000, 10_000],
    AllowMultipleArgumentsPerToken = true,
};

var latency = new Command("latency", "Prints percentiles, memory and build speed, and what hostile messages cost.") { set, path, records };
latency.SetAction(arguments => LatencyReport.Print(Databases(arguments), arguments.GetRequiredValue(records)));

var match = new Command("match", "Runs BenchmarkDotNet over the same searches.") { set, path, records };
match.SetAction(arguments =>
{
    MatchBenchmarks.Databases = Databases(arguments);
    MatchBenchmarks.Sizes = arguments.GetRequiredValue(records);
    BenchmarkRunner.Run<MatchBenchmarks>();
});

var vectors = new Command("vectors", "Runs BenchmarkDotNet over the search by meaning.");
vectors.SetAction(_ => BenchmarkRunner.Run<VectorBenchmarks>());

var import = new Command("import", "Times the import of ClaimReview beside a plain insert of the same rows.") { set, path, records };
import.SetAction(arguments => ImportReport.PrintAsync(Databases(arguments), arguments.GetRequiredValue(records), arguments.GetRequiredValue(path).FullName));

return await new RootCommand("Measures how fast messages are matched, and records imported.") { latency, match, vectors, import }.Parse(args).InvokeAsync();

BenchmarkDatabases Databases(ParseResult arguments) => new(
    arguments.GetValue(set) is { } folder ? BenchmarkSet.Read(folder) : SyntheticSet.Create(),
    arguments.GetRequiredValue(path).FullName);
