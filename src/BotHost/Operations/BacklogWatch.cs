using BotHost.Logging;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;

namespace BotHost.Operations;

/// <summary>Looks every few seconds at how much waits to be handled and to be sent.</summary>
internal sealed class BacklogWatch(Inbox inbox, Outbox outbox, BotMetrics metrics, TimeProvider clock, ILogger<BacklogWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
                await LookAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task LookAsync()
    {
        try
        {
            metrics.SetDepth(await inbox.CountAsync(), await outbox.CountAsync());
        }
        // Whoever works with the database says what is wrong with it.
        catch (Exception exception)
        {
            BotHostLog.BacklogUnknown(logger, exception.GetType().Name);
        }
    }
}
