using BotHost.Logging;
using BotHost.Operations;
using BotHost.TelegramBot.Connection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Asks Telegram for updates. What it has said to have is forgotten there, so that is said after it is stored.</summary>
internal sealed class LongPolling(
    ITelegramBotClient client,
    TelegramConnection connection,
    UpdateAcceptance acceptance,
    TelegramState state,
    TimeProvider clock,
    ILogger<LongPolling> logger) : BackgroundService
{
    private const int LargestBatch = 100;

    // The longest that Telegram keeps a request open; the answer is given some time on top of it.
    private const int PollSeconds = 50;
    private static readonly TimeSpan PollLimit = TimeSpan.FromSeconds(PollSeconds) + TelegramConnection.CallLimit;

    private long? _offset;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backOff = new BackOff(clock);
        var ready = false;
        state.PollingStarts();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!ready)
                    await LeaveWebhookAsync(stoppingToken);
                ready = true;
                await PollAsync(PollSeconds, stoppingToken);
                backOff.Reset();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            // The only way out of the loop is being stopped.
            catch (Exception exception)
            {
                await WaitAfterAsync(exception, backOff, stoppingToken);
            }
        }

        await ConfirmAsync();
    }

    private Task LeaveWebhookAsync(CancellationToken cancellationToken) => connection.WithinLimitAsync(
        either => client.DeleteWebhook(dropPendingUpdates: false, either), cancellationToken);

    private async Task PollAsync(int seconds, CancellationToken cancellationToken)
    {
        var updates = await connection.WithinAsync(PollLimit, either => client.SendRequest(Request(LargestBatch, seconds), either), cancellationToken);
        state.Reached();
        if (updates.Length == 0)
            return;

        await acceptance.AcceptAsync(updates);
        // One more than the last of the batch, not the highest ever seen: ids start anew, lower, after a quiet week.
        _offset = UpdateReader.ReadId(updates[^1]) + 1;
    }

    private GetRawUpdatesRequest Request(int limit, int seconds) => new()
    {
        Offset = _offset,
        Limit = limit,
        Timeout = seconds,
        AllowedUpdates = UpdateReader.Kinds,
    };

    // Tells Telegram about the last batch, which else would come again at the next start.
    private async Task ConfirmAsync()
    {
        if (_offset is null)
            return;
        try
        {
            await connection.WithinAsync(TimeSpan.FromSeconds(5),
                either => client.SendRequest(Request(limit: 1, seconds: 0), either), CancellationToken.None);
        }
        // Stopping goes on without it: the batch comes again and is recognised.
        catch (Exception exception)
        {
            BotHostLog.PollingFailed(logger, exception.GetType().Name, CodeOf(exception));
        }
    }

    private async Task WaitAfterAsync(Exception exception, BackOff backOff, CancellationToken stoppingToken)
    {
        var wait = TimeSpan.Zero;
        state.Failed(exception);
        switch (exception)
        {
            case ApiRequestException { ErrorCode: 409 }:
                BotHostLog.AnotherReceiver(logger);
                wait = BackOff.Longest;
                break;
            case ApiRequestException { ErrorCode: 401 or 404 }:
                BotHostLog.TokenRefused(logger);
                wait = BackOff.Longest;
                break;
            case ApiRequestException { Parameters.RetryAfter: { } seconds }:
                wait = TimeSpan.FromSeconds(seconds);
                break;
            default:
                BotHostLog.PollingFailed(logger, exception.GetType().Name, CodeOf(exception));
                break;
        }

        try
        {
            await (wait > TimeSpan.Zero ? Task.Delay(wait, clock, stoppingToken) : backOff.WaitAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }

    private static int CodeOf(Exception exception) => exception is ApiRequestException { ErrorCode: var code } ? code : 0;
}
