using BotHost.Logging;
using BotHost.Store;

namespace BotHost.Maintenance;

/// <summary>Deletes what is old enough, every few minutes.</summary>
internal sealed class RetentionWorker(RetentionStore store, TimeProvider clock, ILogger<RetentionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
                await DeleteOldAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task DeleteOldAsync()
    {
        try
        {
            BotHostLog.OldDeleted(logger, await store.DeleteOldAsync());
        }
        // The next round does what this one could not.
        catch (Exception exception)
        {
            BotHostLog.RetentionFailed(logger, exception.GetType().Name);
        }
    }
}
