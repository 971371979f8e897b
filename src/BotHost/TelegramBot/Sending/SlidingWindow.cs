namespace BotHost.TelegramBot.Sending;

/// <summary>
/// At most so many within any stretch of time of this length. The limiters of System.Threading.RateLimiting keep their own
/// time and do not say when the next one may go: here the time is that of the program, and the answer is exact.
/// </summary>
internal sealed class SlidingWindow(int max, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> _last = new();

    /// <summary>How long the next one has to wait.</summary>
    public TimeSpan WaitAt(DateTimeOffset now)
    {
        if (_last.Count < max)
            return TimeSpan.Zero;
        var wait = _last.Peek() + length - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Note(DateTimeOffset now)
    {
        if (_last.Count == max)
            _last.Dequeue();
        _last.Enqueue(now);
    }

    /// <summary>Nothing that was noted counts any more.</summary>
    public bool IsOver(DateTimeOffset now) => _last.Count == 0 || _last.Max() + length <= now;
}
