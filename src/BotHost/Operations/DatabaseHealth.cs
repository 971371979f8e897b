using BotHost.Store.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotHost.Operations;

/// <summary>Whether what comes in can be put on the disk. Found out by writing, but not at every question.</summary>
internal sealed class DatabaseHealth(BotDatabase database) : IHealthCheck
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private Task<string?> _last = Task.FromResult<string?>(null);
    private DateTime _asked;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await Ask().WaitAsync(Patience, cancellationToken) is { } fault ? Unhealthy(fault) : HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return Unhealthy("it does not respond");
        }
    }

    private Task<string?> Ask()
    {
        lock (_lock)
        {
            if (_last.IsCompleted && _asked + Kept < DateTime.UtcNow)
                (_last, _asked) = (database.FindWriteFaultAsync(), DateTime.UtcNow);
            return _last;
        }
    }

    private static HealthCheckResult Unhealthy(string fault) => HealthCheckResult.Unhealthy($"The database cannot be written: {fault}.");
}
