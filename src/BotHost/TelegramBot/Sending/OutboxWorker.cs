using System.Diagnostics;
using BotHost.Logging;
using BotHost.Operations;
using BotHost.Store.Chats;
using BotHost.Store.Outgoing;
using BotHost.TelegramBot.Connection;
using Microsoft.Extensions.Options;
using Telegram.Bot.Exceptions;

namespace BotHost.TelegramBot.Sending;

/// <summary>Step 6: makes the calls in the outbox, those of one chat in order, those of several chats side by side.</summary>
internal sealed class OutboxWorker(
    Outbox outbox,
    TelegramSender sender,
    ChatStore chats,
    SendingPace pace,
    IOptions<SendingOptions> options,
    BotMetrics metrics,
    TelegramState state,
    GroupDelivery groups,
    TimeProvider clock,
    ILogger<OutboxWorker> logger) : BackgroundService
{
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
        // chat at most, as the next one's turn comes when that is sent, or when the chat has rested.
        while (await SendAllAsync(outbox.TakeDueAsync(giveUp.Token), giveUp.Token) > 0 || await outbox.WaitForRestingAsync(giveUp.Token))
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
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxConcurrent },
                async (item, _) =>
                {
                    Interlocked.Increment(ref count);
                    await SendAsync(item, giveUp);
                });
        }
        // The database may be out of reach for a while; the worker must outlive that.
        catch (Exception exception)
        {
            BotHostLog.OutboxFailed(logger, exception.GetType().Name);
        }

        return count;
    }

    private async Task SendAsync(OutboxItem item, CancellationToken giveUp)
    {
        var rest = TimeSpan.Zero;
        try
        {
            if (OutgoingCall.Of(item) is { } call)
                rest = await AttemptAsync(item, call, giveUp);
            else
                await GiveUpUnreadableAsync(item, giveUp);
        }
        // Stopped in the middle: it may or may not have arrived, and is sent again at the next start.
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
        }
        // Neither sent nor noted as failed: it stays in the outbox and is tried again.
        catch (Exception exception)
        {
            BotHostLog.OutboxFailed(logger, exception.GetType().Name);
            rest = TimeSpan.FromSeconds(1);
        }
        finally
        {
            if (rest > TimeSpan.Zero)
                outbox.ReleaseAfter(item, rest);
            else
                outbox.Release(item);
        }
    }

    /// <summary>Makes the call, and says how long its chat has to rest.</summary>
    private async Task<TimeSpan> AttemptAsync(OutboxItem item, OutgoingCall call, CancellationToken giveUp)
    {
        if (call is SendText { NotAfter: { } end } && end < clock.GetUtcNow())
        {
            BotHostLog.CallTooLate(logger, item.Position);
            await NoteAsync(item, () => outbox.FailedAsync(item, "late"), giveUp);
            return TimeSpan.Zero;
        }

        if (call.IsLimited)
            await pace.WaitForTurnAsync(giveUp);
        var started = Stopwatch.GetTimestamp();
        using var activity = BotTraces.StartCall(item.Method);
        try
        {
            var message = await sender.SendAsync(call, giveUp);
            state.Reached();
            await NoteAsync(item, () => outbox.SentAsync(item, message), giveUp);
            Count("sent");
        }
        catch (Exception exception) when (!giveUp.IsCancellationRequested)
        {
            Count(await NoteFaultAsync(item, call, exception, giveUp));
        }

        // Also when it was refused: it counts for Telegram all the same.
        return call.IsLimited ? pace.RestAfter(item.Lane) : TimeSpan.Zero;

        void Count(string outcome)
        {
            metrics.RecordCall(started, item.Method, outcome);
            activity.Finish(outcome, isError: outcome != "sent");
        }
    }

    private async Task<string> NoteFaultAsync(OutboxItem item, OutgoingCall call, Exception exception, CancellationToken giveUp)
    {
        state.Failed(exception);
        if (GroupDelivery.NewIdOf(item, exception) is { } id)
        {
            await NoteAsync(item, () => groups.MoveAsync(id), giveUp);
            return "moved";
        }

        switch (DeliveryFaults.Of(exception))
        {
            case DeliveryFault.Harmless:
                await NoteAsync(item, () => outbox.SentAsync(item), giveUp);
                return "late";
            case DeliveryFault.Markup when call.AsPlainText() is { } plain:
                BotHostLog.MarkupRefused(logger, item.Position);
                await NoteAsync(item, () => outbox.ReplaceWithPlainTextAsync(item, plain.ToDraft().Payload), giveUp);
                return "markup";
            case DeliveryFault.Passing:
                return await PostponeAsync(item, exception, giveUp);
            case DeliveryFault.Lasting when call is SendText { Otherwise: { } otherwise, OtherwiseNote: var note }:
                BotHostLog.OnlyForOneRefused(logger, item.Position);
                await NoteAsync(item, () => outbox.ReplaceAsync(item, (otherwise with { Note = note }).ToDraft()), giveUp);
                return "otherwise";
            default:
                var reason = DeliveryFaults.ReasonOf(exception);
                await NoteAsync(item, () => groups.NoteGivenUpAsync(call, exception), giveUp);
                BotHostLog.DeliveryGivenUp(logger, item.Position, exception.GetType().Name, (exception as ApiRequestException)?.ErrorCode ?? 0);
                await NoteAsync(item, () => outbox.FailedAsync(item, reason), giveUp);
                // Blocked, or the person is gone: nothing more will reach them. A group says so itself when the bot is removed.
                if (exception is ApiRequestException { ErrorCode: 403 } && IsPrivate(item.Lane))
                    await NoteAsync(item, () => chats.ForgetAsync(item.Lane), giveUp);
                return reason;
        }
    }

    // Groups and queries have lanes below zero.
    private static bool IsPrivate(long lane) => lane > 0;

    private async Task<string> PostponeAsync(OutboxItem item, Exception exception, CancellationToken giveUp)
    {
        var wait = DeliveryFaults.WaitAfter(exception, item.Attempts);
        BotHostLog.DeliveryPostponed(logger, item.Position, exception.GetType().Name, wait.TotalSeconds);
        await NoteAsync(item, () => outbox.PostponeAsync(item, wait), giveUp);
        if (exception is not ApiRequestException { ErrorCode: 429 })
            return "postponed";

        if (pace.PauseAfterFlood(item.Lane, wait) is { } pause)
        {
            BotHostLog.SendingPaused(logger, pause.TotalSeconds);
            await NoteAsync(item, () => outbox.PauseAsync(pause), giveUp);
        }

        return "flood";
    }

    private async Task GiveUpUnreadableAsync(OutboxItem item, CancellationToken giveUp)
    {
        BotHostLog.CallUnreadable(logger, item.Position);
        await NoteAsync(item, () => outbox.FailedAsync(item, "unreadable"), giveUp);
    }

    // What Telegram has taken must not be sent again because the disk is full: its lane stays closed until that is noted.
    private async Task NoteAsync(OutboxItem item, Func<Task> note, CancellationToken giveUp)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await note();
                return;
            }
            catch (Exception exception)
            {
                BotHostLog.OutcomeNotNoted(logger, item.Position, exception.GetType().Name);
                await Task.Delay(BackOff.After(Math.Min(failures, 2)), clock, giveUp);
            }
        }
    }
}
