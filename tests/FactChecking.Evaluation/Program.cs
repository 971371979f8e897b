using System.CommandLine;
using System.Text.Json;
using FactChecking;
using FactChecking.Evaluation;
using FactChecking.Matching;

var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the evaluation sets are." };
var only = new Option<string[]>("--only") { Description = "Names of sets, or how they begin.", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };

var report = new Command("report", "Matches every set with the shipped settings and prints one table.") { folder, only };
report.SetAction(arguments => Run(work =>
{
    Console.WriteLine("set                  n   MAP@5   MRR   R@1   R@5  R@50 | cover  +ask  wrong | none  false falseAsk | p50   p95   p99 ms");
    foreach (var set in EvaluationSets.ForReport(arguments.GetRequiredValue(folder).FullName, arguments.GetRequiredValue(only), work))
    {
        var result = SetReport.Of(set, work, new MatchOptions());
        Console.WriteLine($"{result.Name,-18} {result.Outcomes.Count,4}  {result.MeanAveragePrecision(5):.000}  {result.ReciprocalRank:.000}  {result.Recall(1):.000}  {result.Recall(5):.000}  {result.Recall(50):.000} | {result.Coverage:.000}  {result.CoverageWithAsk:.000}  {result.WrongAnswers:.000} | {result.NoMatch.Count,4}  {result.FalseAnswers:.000}  {result.FalseAsks:.000} | {result.Latency(.5):0.00}  {result.Latency(.95):0.00}  {result.Latency(.99):0.00}");
    }
}));

var output = new Option<FileInfo>("--output") { Description = "The weights file to write.", DefaultValueFactory = _ => new FileInfo("src/FactChecking/Matching/Resources/match_model.json") };
var train = new Command("train", "Learns the weights of the matcher from the training splits.") { folder, output };
train.SetAction(arguments => Run(work =>
    File.WriteAllText(
        arguments.GetRequiredValue(output).FullName,
        JsonSerializer.Serialize(new Training(arguments.GetRequiredValue(folder).FullName, "data", work).FitAsync().GetAwaiter().GetResult(), FactCheckingJson.Indented) + "\n")));

return new RootCommand("Measures the matcher.") { report, train }.Parse(args).Invoke();

static void Run(Action<string> action)
{
    var work = Directory.CreateTempSubdirectory("evaluation").FullName;
    try
    {
        action(work);
    }
    finally
    {
        Directory.Delete(work, recursive: true);
    }
}
