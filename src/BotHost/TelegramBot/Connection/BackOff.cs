namespace BotHost.TelegramBot.Connection;

/// <summary>How long to wait after each failure: twice as long as before, from a second to a minute, with some jitter.</summary>
internal sealed class BackOff(TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private int _failures;

    public void Reset() => _failures = 0;

    /// <summary>For what is done once at start and must not keep the rest from starting.</summary>
    public async Task TryUntilDoneAsync(
        Func<CancellationToken, Task> work, Action<Exception> onFailure, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                onFailure(exception);
                await WaitAsync(stoppingToken);
            }
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(After(_failures++), clock, cancellationToken);

    /// <summary>The wait after this many failures before; no two programs that failed together come back together.</summary>
    public static TimeSpan After(int failures)
    {
        var wait = Math.Min(Math.Pow(2, Math.Min(failures, 10)), Longest.TotalSeconds);
#pragma warning disable CA5394 // chance, not secrecy
        return TimeSpan.FromSeconds(wait * (0.75 + (Random.Shared.NextDouble() / 4)));
#pragma warning restore CA5394
    }
}
