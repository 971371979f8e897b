using System.Diagnostics.Metrics;
using FactChecking.Foundation;

namespace FactChecking.SameClaim;

/// <summary>Counts what became of the questions to the model which claim is meant.</summary>
internal sealed class SameClaimMetrics(IMeterFactory meters)
{
    public const string QuestionsName = "factchecking.same_claim";

    private readonly Counter<long> _questions = meters.Create(Telemetry.Name).CreateCounter<long>(
        QuestionsName,
        description: "Questions to the model which claim is meant, by outcome: answered, narrowed, none, unsure, and the failures refused, timeout, malformed, rate_limited, unavailable.");

    public void Count(string outcome) => _questions.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
