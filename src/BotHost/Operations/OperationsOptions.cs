using System.ComponentModel.DataAnnotations;

namespace BotHost.Operations;

public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>
    /// Where Prometheus may read /metrics, such as "http://localhost:9464/": a listener of its own, apart from the pages and
    /// the webhook. Null: nowhere.
    /// </summary>
    [Url]
    public string? MetricsAddress { get; init; }

    /// <summary>Where metrics and traces are sent to as OTLP, such as "http://localhost:4317". Null: nowhere.</summary>
    [Url]
    public string? OtlpEndpoint { get; init; }
}
