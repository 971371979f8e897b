using System.Text.Json;
using System.Threading.Channels;

namespace BotHost.Store.Updates;

/// <summary>Which lanes are being worked on, and a bell that rings when there may be something to take.</summary>
internal sealed class Lanes(TimeProvider clock)
{
    /// <summary>How many are taken at once: asking for each alone would wait for a commit each time.</summary>
    public const int MaxAtOnce = 256;

    private readonly HashSet<long> _busy = [];
    private readonly Channel<bool> _bell =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The busy lanes as a JSON array, the form that a query can use.</summary>
    public string Busy
    {
        get
        {
            lock (_busy)
                return JsonSerializer.Serialize(_busy);
        }
    }

    public bool AreAllOpen
    {
        get
        {
            lock (_busy)
                return _busy.Count == 0;
        }
    }

    /// <summary>
    /// Closes these lanes, whose rows were taken. To be called when that is committed: what was rolled back is nobody's, and its
    /// lane would never open again.
    /// </summary>
    public void Enter(IEnumerable<long> lanes)
    {
        lock (_busy)
            _busy.UnionWith(lanes);
    }

    public void Leave(long lane)
    {
        lock (_busy)
            _busy.Remove(lane);
        Ring();
    }

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Waits for the bell, but no longer than until <paramref name="due"/>. Being stopped ends the wait, too.</summary>
    public async Task WaitAsync(DateTimeOffset? due, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var bell = _bell.Reader.WaitToReadAsync(over.Token).AsTask();
        if (due is null)
            await bell.ContinueWith(static _ => { }, TaskScheduler.Default);
        else
            await Task.WhenAny(bell, Task.Delay(Max(due.Value - clock.GetUtcNow()), clock, over.Token));

        await over.CancelAsync();
        _bell.Reader.TryRead(out _);
    }

    // A day at most: a timer has a limit, and a clock may be set back.
    private static TimeSpan Max(TimeSpan wait) =>
        TimeSpan.FromMilliseconds(Math.Clamp(wait.TotalMilliseconds, 1, TimeSpan.FromDays(1).TotalMilliseconds));
}
