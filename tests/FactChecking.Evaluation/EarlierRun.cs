using System.Text.Json;
using FactChecking.Foundation;

namespace FactChecking.Evaluation;

/// <summary>The MAP@5 and coverage of the run before, kept beside the build output, to show what a change did.</summary>
internal sealed class EarlierRun
{
    private readonly string _file;
    private readonly Dictionary<string, double[]> _figures;

    private EarlierRun(string file, Dictionary<string, double[]> figures) => (_file, _figures) = (file, figures);

    public static EarlierRun Read(string file) => new(
        file,
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, double[]>>(File.ReadAllText(file), FactCheckingJson.Plain) ?? [] : []);

    /// <summary>What changed since; empty when the set was not measured before.</summary>
    public string Difference(SetReport report) =>
        _figures.TryGetValue(report.Name, out var before)
            ? $"{report.MeanAveragePrecision(5) - before[0]:+.000;-.000; .000} {Known(report.Coverage) - before[1]:+.000;-.000; .000}"
            : "";

    /// <summary>Keeps the figures of a set for the next run.</summary>
    public void Note(SetReport report)
    {
        _figures[report.Name] = [report.MeanAveragePrecision(5), Known(report.Coverage)];
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file))!); // a full path to a file always has a folder
        File.WriteAllText(_file, JsonSerializer.Serialize(_figures, FactCheckingJson.Indented));
    }

    // A set without matchable messages has no coverage.
    private static double Known(double share) => double.IsNaN(share) ? 0 : share;
}
