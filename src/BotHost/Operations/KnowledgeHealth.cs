using FactChecking.Knowledge;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotHost.Operations;

/// <summary>Whether there are records to answer from.</summary>
internal sealed class KnowledgeHealth(KnowledgeBase knowledge) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(knowledge.CanAnswer
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("No generation of the records is loaded."));
}
