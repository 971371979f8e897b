using FactChecking.Foundation;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace BotHost.Operations;

/// <summary>What whoever runs the bot looks at: its health, its metrics, its traces.</summary>
public static class OperationsServices
{
    private const string ServiceName = "bothost";

    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<OperationsOptions>(configuration, OperationsOptions.Section);
        services.AddSingleton<BotMetrics>();
        services.AddSingleton<TelegramState>();
        services.AddHostedService<BacklogWatch>();
        services.AddSingleton<DatabaseHealth>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<KnowledgeHealth>("knowledge")
            .AddCheck<TelegramHealth>("telegram");
        AddTelemetry(services, configuration.GetSection(OperationsOptions.Section).Get<OperationsOptions>() ?? new());
        return services;
    }

    // Only where somebody listens: what nobody reads is not collected.
    private static void AddTelemetry(IServiceCollection services, OperationsOptions options)
    {
        var (prometheus, otlp) = (Address(options.MetricsAddress), Address(options.OtlpEndpoint));
        if (prometheus is null && otlp is null)
            return;

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName))
            .WithMetrics(metrics => Collect(metrics, prometheus));
        if (otlp is null)
            return;
        // Not the spans of the model's calls: a fault would be told there in the service's words, which may quote the message.
        telemetry.WithTracing(traces => traces.AddSource(BotTraces.SourceName));
        telemetry.UseOtlpExporter(OtlpExportProtocol.Grpc, otlp);
    }

    private static void Collect(MeterProviderBuilder metrics, Uri? prometheus)
    {
        metrics.AddMeter(BotMetrics.MeterName, Telemetry.Name).AddRuntimeInstrumentation();
        if (prometheus is not null)
            metrics.AddPrometheusHttpListener(listener => (listener.Host, listener.Port) = (prometheus.Host, prometheus.Port));
    }

    private static Uri? Address(string? setting) => Uri.TryCreate(setting, UriKind.Absolute, out var address) ? address : null;
}
