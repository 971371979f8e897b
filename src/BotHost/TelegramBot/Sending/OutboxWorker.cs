using FactChecking.Intake;
using Telegram.Bot.Exceptions;

namespace BotHost.TelegramBot.Sending;

/// <summary>Step 6: makes the calls in the outbox, those of one chat in order, those of several chats side by side.</summary>
internal sealed class OutboxWorker(
    Outbox outbox, TelegramSender sender, ChatStore chats, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int SideBySide = 8;

    private static readonly TimeSpan TimeToDrain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var giveUp = new CancellationTokenSource();
        await using var countdown = stoppingToken.Register(() => giveUp.CancelAfter(TimeToDrain));
        var backOff = new BackOff(clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            await SendAllAsync(outbox.TakeAllAsync(stoppingToken), giveUp.Token);
            if (!stoppingToken.IsCancellationRequested)
                await backOff.WaitAsync(stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        // The handlers have stopped by now: what they have left is sent, unless it has to wait. A round takes one call of a
        // chat at most, as the next one's turn comes when that is sent.
        while (await SendAllAsync(outbox.TakeDueAsync(giveUp.Token), giveUp.Token) > 0)
        {
        }
    }

    private async Task<int> SendAllAsync(IAsyncEnumerable<OutboxItem> items, CancellationToken giveUp)
    {
        var count = 0;
        try
        {
            await Parallel.ForEachAsync(
                items,
                new ParallelOptions { MaxDegreeOfParallelism = SideBySide },
                async (item, _) =>
                {
                    Interlocked.Increment(ref count);
                    await SendAsync(item, giveUp);
                });
        }
        // The database may be out of reach for a while; the worker must outlive that.
        catch (Exception exception)
        {
            Log.OutboxFailed(logger, exception.GetType().Name);
        }

        return count;
    }

    private async Task SendAsync(OutboxItem item, CancellationToken giveUp)
    {
        try
        {
            await AttemptAsync(item, giveUp);
        }
        // Neither sent nor noted as failed: it stays in the outbox and is tried again.
        catch (Exception exception)
        {
            Log.OutboxFailed(logger, exception.GetType().Name);
            await Task.Delay(TimeSpan.FromSeconds(1), clock, giveUp).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        finally
        {
            outbox.Release(item);
        }
    }

    private async Task AttemptAsync(OutboxItem item, CancellationToken giveUp)
    {
        if (OutgoingCall.Read(item) is not { } call)
        {
            Log.CallUnreadable(logger, item.Position);
            await outbox.FailedAsync(item);
            return;
        }

        try
        {
            var message = await sender.SendAsync(call, giveUp);
            await outbox.SentAsync(item, message);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            // Stopped in the middle: it may or may not have arrived, and is sent again at the next start.
        }
        catch (Exception exception)
        {
            await NoteAsync(item, call, exception);
        }
    }

    private async Task NoteAsync(OutboxItem item, OutgoingCall call, Exception exception)
    {
        switch (DeliveryFaults.Of(exception))
        {
            case DeliveryFault.Harmless:
                await outbox.SentAsync(item);
                break;
            case DeliveryFault.Markup when call.AsPlainText() is { } plain:
                Log.MarkupRefused(logger, item.Position);
                await outbox.ReplaceWithPlainTextAsync(item, plain.ToDraft().Payload);
                break;
            case DeliveryFault.Passing:
                var wait = DeliveryFaults.WaitAfter(exception, item.Attempts);
                Log.DeliveryPostponed(logger, item.Position, exception.GetType().Name, wait.TotalSeconds);
                await outbox.PostponeAsync(item, wait);
                break;
            default:
                Log.DeliveryGivenUp(logger, item.Position, exception.GetType().Name, (exception as ApiRequestException)?.ErrorCode ?? 0);
                await outbox.FailedAsync(item);
                // Blocked, or the person is gone: nothing more will reach them.
                if (exception is ApiRequestException { ErrorCode: 403 })
                    await chats.ForgetAsync(item.Lane);
                break;
        }
    }
}
