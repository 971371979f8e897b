using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotHost.Operations;

/// <summary>Whether Telegram lets the bot work. Without a token there is nothing to be wrong.</summary>
internal sealed class TelegramHealth(TelegramState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(state.FindFault() is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());
}
