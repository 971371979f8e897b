using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace BotHost.Tests.Support;

/// <summary>A clock that runs faster than the world, and can jump: waits of seconds pass in moments, those of days at once.</summary>
public sealed class FastClock : FakeTimeProvider, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _ticking;

    public FastClock(double speed)
        : base(DateTimeOffset.UtcNow)
    {
        Speed = speed;
        _ticking = Task.Run(TickAsync);
    }

    public double Speed { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        _stop.Dispose();
    }

    private async Task TickAsync()
    {
        var last = Stopwatch.GetTimestamp();
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(5, CancellationToken.None);
            var now = Stopwatch.GetTimestamp();
            Advance(Stopwatch.GetElapsedTime(last, now) * Speed);
            last = now;
        }
    }
}
