using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotHost.Operations;

/// <summary>/health/live: the program runs. /health/ready: it can do its work, or which part of it not, and why.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status == HealthStatus.Healthy ? "ready" : "not_ready",
            parts = report.Entries.ToDictionary(
                part => part.Key,
                part => part.Value.Status == HealthStatus.Healthy ? "ok" : part.Value.Description ?? "failed"),
        },
        context.RequestAborted);
}
