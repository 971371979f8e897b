namespace FactChecking.Evaluation;

/// <summary>The figures of a set as a row of one table.</summary>
internal static class ReportTable
{
    public const string Header =
        "set                   n   MAP@5 [95%]        MRR   R@1   R@5  R@50 | cover  +ask  wrong | none  false falseAsk | Brier  ECE   AURC | p50   p95   p99 ms | since last: MAP cover";

    public static string Row(SetReport report, EarlierRun earlier)
    {
        var interval = Bootstrap.Interval([.. report.Outcomes.Select(outcome => outcome.AveragePrecision(5))]);
        var calibration = new Calibration([.. report.Outcomes, .. report.NoMatch]);
        return $"{report.Name,-18} {report.Outcomes.Count,4}   {report.MeanAveragePrecision(5):.000} [{interval.Low:.000}-{interval.High:.000}]  {report.ReciprocalRank:.000}  {report.Recall(1):.000}  {report.Recall(5):.000}  {report.Recall(50):.000}"
            + $" | {report.Coverage:.000}  {report.CoverageWithAsk:.000}  {report.WrongAnswers:.000} | {report.NoMatch.Count,4}  {report.FalseAnswers:.000}  {report.FalseAsks:.000}"
            + $" | {calibration.Brier:.000}  {calibration.Error:.000}  {calibration.RiskCoverageArea:.000} | {report.Latency(.5):0.00}  {report.Latency(.95):0.00}  {report.Latency(.99):0.00} | {earlier.Difference(report)}";
    }
}
