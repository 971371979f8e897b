using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Sending;

/// <summary>
/// Telegram's limits: about one message a second in a chat with short bursts, 20 a minute in a group, 30 a second in all. They
/// are kept in memory: what Telegram itself says in a 429 is what survives a restart.
/// </summary>
internal sealed class SendingPace(IOptions<SendingOptions> options, TimeProvider clock)
{
    private const int Burst = 3;
    private const int PerMinuteInGroup = 20;
    private const int MaxChatsKept = 1000;

    // So many chats at once that are told to wait are no chance: it is the bot that sends too much.
    private const int ChatsOfGlobalFlood = 5;
    private static readonly TimeSpan FloodMemory = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly SlidingWindow _all = new(options.Value.PerSecond, TimeSpan.FromSeconds(1));
    private readonly Dictionary<long, (SlidingWindow Short, SlidingWindow? Minute)> _chats = [];
    private DateTimeOffset _swept;
    private readonly List<(long Chat, DateTimeOffset At, TimeSpan Wait)> _floods = [];

    /// <summary>Waits until one more message may leave at all. It counts from then on.</summary>
    public async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                var now = clock.GetUtcNow();
                wait = _all.WaitAt(now);
                if (wait == TimeSpan.Zero)
                {
                    _all.Note(now);
                    return;
                }
            }

            // A timer counts whole milliseconds: less than one would be none at all, over and over.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken);
        }
    }

    /// <summary>Notes a message to this chat, and says how long the chat has to rest before the next.</summary>
    public TimeSpan RestAfter(long chat)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            DropIdle(now);
            if (!_chats.TryGetValue(chat, out var windows))
            {
                // Groups and channels have ids below zero.
                windows = (new SlidingWindow(Burst, TimeSpan.FromSeconds(Burst)),
                    chat < 0 ? new SlidingWindow(PerMinuteInGroup, TimeSpan.FromMinutes(1)) : null);
                _chats.Add(chat, windows);
            }

            windows.Short.Note(now);
            windows.Minute?.Note(now);
            var (shortly, minute) = (windows.Short.WaitAt(now), windows.Minute?.WaitAt(now) ?? TimeSpan.Zero);
            return shortly > minute ? shortly : minute;
        }
    }

    /// <summary>Notes that Telegram sent a chat's message back. When it did so in many chats, says how long all must wait.</summary>
    public TimeSpan? PauseAfterFlood(long chat, TimeSpan wait)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _floods.RemoveAll(flood => flood.At + FloodMemory < now);
            _floods.Add((chat, now, wait));
            if (_floods.DistinctBy(flood => flood.Chat).Count() < ChatsOfGlobalFlood)
                return null;
            // The shortest: a long one may be that of a chat of its own.
            var pause = _floods.Min(flood => flood.Wait);
            _floods.Clear();
            return pause;
        }
    }

    private void DropIdle(DateTimeOffset now)
    {
        if (_chats.Count < MaxChatsKept || now - _swept < TimeSpan.FromSeconds(1))
            return;
        _swept = now;
        foreach (var (chat, windows) in _chats)
        {
            if (windows.Short.IsOver(now) && windows.Minute?.IsOver(now) != false)
                _chats.Remove(chat);
        }
    }
}
