using System.CommandLine;
using System.Text.Json;
using FactChecking.Evaluation;
using FactChecking.Foundation;
using FactChecking.Matching;

var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the evaluation sets are." };
var only = new Option<string[]>("--only") { Description = "Names of sets, or how they begin.", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };

var answerAt = new Option<double>("--answer-at") { Description = "Probability from which a match is stated (default: as shipped).", DefaultValueFactory = _ => new MatchOptions().AnswerAt };
var askAt = new Option<double>("--ask-at") { Description = "Probability from which a claim is offered (default: as shipped).", DefaultValueFactory = _ => new MatchOptions().AskAt };
var report = new Command("report", "Matches every set and prints one table.") { folder, only, answerAt, askAt };
report.SetAction(arguments => Run(async work =>
{
    var options = new MatchOptions { AnswerAt = arguments.GetRequiredValue(answerAt), AskAt = arguments.GetRequiredValue(askAt) };
    var names = arguments.GetRequiredValue(only);
    var earlier = EarlierRun.Read(".artifacts/evaluation.json");
    Console.WriteLine(ReportTable.Header);
    if (names.Length == 0 || names.Contains("curated"))
        Print(await SetReport.OfCuratedAsync("data", work, options), earlier);
    foreach (var set in EvaluationSets.ForReport(arguments.GetRequiredValue(folder).FullName, names, work))
        Print(SetReport.Of(set, work, options), earlier);
}));

var output = new Option<FileInfo>("--output") { Description = "The weights file to write.", DefaultValueFactory = _ => new FileInfo("src/FactChecking/Matching/Resources/match_model.json") };
var train = new Command("train", "Learns the weights of the matcher from the training splits.") { folder, output };
train.SetAction(arguments => Run(async work =>
{
    var model = await new Training(arguments.GetRequiredValue(folder).FullName, "data", work).FitAsync();
    File.WriteAllText(arguments.GetRequiredValue(output).FullName, JsonSerializer.Serialize(model, FactCheckingJson.Indented) + "\n");
}));

return await new RootCommand("Measures the matcher.") { report, train }.Parse(args).InvokeAsync();

static void Print(SetReport report, EarlierRun earlier)
{
    Console.WriteLine(ReportTable.Row(report, earlier));
    earlier.Note(report);
}

static async Task Run(Func<string, Task> action)
{
    var work = Directory.CreateTempSubdirectory("evaluation").FullName;
    try
    {
        await action(work);
    }
    finally
    {
        Directory.Delete(work, recursive: true);
    }
}
