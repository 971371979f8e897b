using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>Telegram's limits on messages, when they are enforced: in a chat, in a group, in all.</summary>
public sealed partial class FakeTelegram
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _limitsLock = new();
    private readonly List<(long Chat, DateTimeOffset At)> _sent = [];
    private bool _limited;

    /// <summary>From now on 429 is the answer to more than 7 messages in 4 seconds in a chat, 20 in a minute in a group, 60 in a second in all.</summary>
    public void EnforceLimits() => _limited = true;

    // More than Telegram names: on a busy machine what left in one second and in the next may arrive together.
    private void CountMessage(JsonObject parameters)
    {
        if (!_limited)
            return;
        var chat = (long)parameters["chat_id"]!;
        lock (_limitsLock)
        {
            var now = _clock.GetUtcNow();
            _sent.RemoveAll(sent => sent.At < now - TimeSpan.FromMinutes(1));
            var isTooMuch = Count(null, Second) >= 60
                || Count(chat, 4 * Second) >= 7
                || (chat < 0 && Count(chat, 60 * Second) >= 20);
            if (isTooMuch)
                throw new RefusedException(429, "Too Many Requests: retry after 5") { Parameters = new() { ["retry_after"] = 5 } };
            _sent.Add((chat, now));

            int Count(long? place, TimeSpan time) => _sent.Count(sent => (place is null || sent.Chat == place) && sent.At > now - time);
        }
    }
}
