using System.Diagnostics.Metrics;
using FactChecking.Foundation;

namespace FactChecking.Semantics;

/// <summary>Counts what the search by meaning does, and what is left to embed.</summary>
internal sealed class SemanticMetrics
{
    public const string SearchesName = "factchecking.semantic.searches";
    public const string EmbeddedName = "factchecking.semantic.embedded";
    public const string MissingName = "factchecking.semantic.missing";

    private readonly Counter<long> _searches;
    private readonly Counter<long> _embedded;
    private readonly Gauge<long> _missing;

    public SemanticMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        _searches = meter.CreateCounter<long>(SearchesName, description: "Searches by meaning, by outcome: done, not_ready, timeout, failed. All but the first left the message to its words.");
        _embedded = meter.CreateCounter<long>(EmbeddedName, description: "Passages that were embedded.");
        _missing = meter.CreateGauge<long>(MissingName, description: "Passages that are still to be embedded.");
    }

    public void CountSearch(string outcome) => _searches.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void CountEmbedded(int passages) => _embedded.Add(passages);

    public void SetMissing(int passages) => _missing.Record(passages);
}
