using System.Diagnostics;
using System.Diagnostics.Metrics;
using FactChecking.Foundation;

namespace FactChecking.Answers;

/// <summary>Times the answers, by what was decided and who worded them.</summary>
internal sealed class CheckMetrics(IMeterFactory meters)
{
    public const string ChecksName = "factchecking.checks.duration";

    private readonly Histogram<double> _checks = meters.Create(Telemetry.Name).CreateHistogram<double>(
        ChecksName, "s", "How long answers to messages took, by decision (Answer, Ask, None, NotCheckable, NothingToCheck) and composer (Template, Model).");

    public void Record(long started, Answer answer) => _checks.Record(
        Stopwatch.GetElapsedTime(started).TotalSeconds,
        new("decision", answer.Decision.ToString()),
        new("composer", answer.Composer.ToString()));
}
