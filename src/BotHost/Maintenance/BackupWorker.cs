using BotHost.Logging;
using BotHost.Store.Backups;
using Microsoft.Extensions.Options;

namespace BotHost.Maintenance;

/// <summary>Makes a backup as often as the settings say, counted from the last one that there is, and deletes old ones.</summary>
internal sealed class BackupWorker(BackupStore store, IOptions<BackupOptions> options, TimeProvider clock, ILogger<BackupWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.Folder))
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
                await Task.Run(() => MakeWhenDue(options.Value.Folder, stoppingToken), stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private void MakeWhenDue(string folder, CancellationToken cancellationToken)
    {
        try
        {
            // Also when none can be made: nothing outlives what people were told.
            var old = store.DeleteOld(folder, options.Value);
            if (BackupStore.List(folder) is [.., var last] && clock.GetUtcNow() - last < TimeSpan.FromHours(options.Value.EveryHours))
                return;
            var made = store.Create(folder, cancellationToken);
            BotHostLog.BackupMade(logger, Path.GetFileName(made), old + store.DeleteOld(folder, options.Value));
        }
        // A full or missing disk must not stop the bot; the next round tries again. The reasons name files, never people.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            BotHostLog.BackupFailed(logger, exception.GetType().Name, exception.Message);
        }
    }
}
