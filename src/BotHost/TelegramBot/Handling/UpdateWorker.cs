using System.Diagnostics;
using BotHost.Logging;
using BotHost.Operations;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;
using BotHost.TelegramBot.Connection;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 3: handles what is in the inbox, the updates of one chat in order, those of several chats side by side.</summary>
internal sealed class UpdateWorker(
    Inbox inbox, Outbox outbox, UpdateRouter router, BotMetrics metrics, TimeProvider clock, ILogger<UpdateWorker> logger) : BackgroundService
{
    // Much more than processors: most of the time a handler waits for a commit, and those that wait share one.
    private const int MaxConcurrent = 256;

    // What has not been answered by then never will be, and would keep its chat waiting.
    private static readonly TimeSpan HandlingLimit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var giveUp = new CancellationTokenSource();
        await using var countdown = stoppingToken.Register(() => giveUp.CancelAfter(TimeToFinish));
        var backOff = new BackOff(clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Parallel.ForEachAsync(
                    inbox.TakeAllAsync(stoppingToken),
                    new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrent },
                    async (item, _) => await HandleAsync(item, giveUp.Token));
            }
            // The database may be out of reach for a while; the worker must outlive that.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                BotHostLog.InboxFailed(logger, exception.GetType().Name);
                await backOff.WaitAsync(stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task HandleAsync(InboxItem item, CancellationToken giveUp)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = BotTraces.StartHandling();
        try
        {
            using var limit = new CancellationTokenSource(HandlingLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, giveUp);
            var replies = await router.RouteAsync(item.Update, either.Token);
            await inbox.CloseAsync(item, [.. replies.Select(reply => reply.ToDraft())]);
            outbox.Ring();
            metrics.RecordHandling(started, "done");
            activity.Finish("done", isError: false);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            // Stopped in the middle: it is handled anew at the next start.
        }
        // The only catch-all: one update must not take the others with it.
        catch (Exception exception)
        {
            var outcome = await PostponeAsync(item, exception, giveUp);
            metrics.RecordHandling(started, outcome);
            activity.Finish(outcome, isError: true);
        }
        finally
        {
            inbox.Release(item);
        }
    }

    private async Task<string> PostponeAsync(InboxItem item, Exception exception, CancellationToken giveUp)
    {
        try
        {
            // An exception's message may quote what a person wrote; its place in the code does not.
            if (await inbox.PostponeAsync(item))
            {
                BotHostLog.UpdatePostponed(logger, item.Update.Id, item.Attempts + 1, exception.GetType().Name, exception.StackTrace);
                return "postponed";
            }

            BotHostLog.UpdateSetAside(logger, item.Update.Id, item.Attempts + 1, exception.GetType().Name, exception.StackTrace);
            return "set_aside";
        }
        // Not even the failure could be noted: the row is as it was and is taken again, but not at once.
        catch (Exception second)
        {
            BotHostLog.InboxFailed(logger, second.GetType().Name);
            await Task.Delay(TimeSpan.FromSeconds(1), clock, giveUp).ContinueWith(static _ => { }, TaskScheduler.Default);
            return "postponed";
        }
    }
}
