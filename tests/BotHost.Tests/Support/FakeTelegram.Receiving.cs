using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>Updates: asked for, or delivered.</summary>
public sealed partial class FakeTelegram
{
    private HashSet<string> _allowed = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member", "channel_post"];
    private CancellationTokenSource? _poll;
    private CancellationTokenSource? _webhookStop;
    private string? _webhookUrl;

    /// <summary>The bot is asking for updates at this moment.</summary>
    public bool IsPolled => _poll is not null;

    private async Task<JsonNode> GetUpdatesAsync(JsonObject parameters, CancellationToken cancellationToken)
    {
        if (_webhookUrl is not null)
            throw new RefusedException(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");

        // The one who asked first is sent away.
        using var poll = new CancellationTokenSource();
        Interlocked.Exchange(ref _poll, poll)?.Cancel();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, cancellationToken);
        Allow(parameters);
        try
        {
            var over = Task.Delay(TimeSpan.FromSeconds(Math.Min(IntOf(parameters, "timeout", 0), 50)), _clock, either.Token);
            while (true)
            {
                var changed = Pending.Changed;
                var updates = Pending.Get((long?)parameters["offset"] ?? 0, Math.Clamp(IntOf(parameters, "limit", 100), 1, 100));
                if (updates.Count > 0 || over.IsCompletedSuccessfully)
                    return new JsonArray([.. updates.Select(update => update.DeepClone())]);
                await await Task.WhenAny(over, changed.WaitAsync(either.Token));
            }
        }
        catch (OperationCanceledException) when (poll.IsCancellationRequested)
        {
            throw new RefusedException(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        finally
        {
            Interlocked.CompareExchange(ref _poll, null, poll);
        }
    }

    private JsonNode SetWebhook(JsonObject parameters)
    {
        Allow(parameters);
        _webhookStop?.Cancel();
        _webhookUrl = (string)parameters["url"]!;
        _webhookStop = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var (url, secret, stopping) = (_webhookUrl, (string?)parameters["secret_token"] ?? "", _webhookStop.Token);
        _ = Task.Run(() => Webhook.RunAsync(url, secret, stopping), stopping);
        return true;
    }

    private JsonNode DeleteWebhook(JsonObject parameters)
    {
        _webhookStop?.Cancel();
        _webhookUrl = null;
        if ((bool?)parameters["drop_pending_updates"] == true)
            Pending.Get(Pending.NextId, 1);
        return true;
    }

    // What was allowed last stays allowed when nothing is said.
    private void Allow(JsonObject parameters)
    {
        if (parameters["allowed_updates"] is JsonArray allowed)
            _allowed = [.. allowed.Select(kind => (string)kind!)];
    }
}
