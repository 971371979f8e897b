using System.Diagnostics.Metrics;
using FactChecking.Foundation;

namespace FactChecking.Answers;

/// <summary>Counts what became of the drafts of models.</summary>
internal sealed class CompositionMetrics(IMeterFactory meters)
{
    public const string DraftsName = "factchecking.drafts";

    private readonly Counter<long> _drafts = meters.Create(Telemetry.Name)
        .CreateCounter<long>(DraftsName, description: "Drafts of the model, by why they were not used; kept ones have the reason none.");

    /// <param name="rejected">Why the draft was not used; null when it was.</param>
    public void Count(string? rejected) =>
        _drafts.Add(1, new KeyValuePair<string, object?>("rejected", rejected ?? "none"));
}
