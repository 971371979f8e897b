using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;

namespace BotHost.TelegramBot.Fairness;

/// <summary>
/// A limit that holds for each of many chats or people. A <see cref="PartitionedRateLimiter{TResource}"/> would look at every
/// one of them ten times a second.
/// </summary>
/// <param name="burst">How much each may do at once after a rest.</param>
/// <param name="perMinute">How much a minute is added to that again.</param>
internal sealed class PerKeyLimiter(int burst, double perMinute) : IDisposable
{
    // Beyond these nobody new is limited until room is made, the longest at rest going first.
    private const int MaxKept = 100_000;
    private const double GoesAtOnce = 0.25;

    private readonly MemoryCache _limiters = new(new MemoryCacheOptions { SizeLimit = MaxKept, CompactionPercentage = GoesAtOnce });

    private readonly TokenBucketRateLimiterOptions _bucket = new()
    {
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1 / perMinute),
        QueueLimit = 0,
        AutoReplenishment = false,
    };

    // After so long a rest a limiter is as good as new, and is not kept.
    private readonly MemoryCacheEntryOptions _untilRested = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(burst / perMinute) };

    public bool Allows(long key)
    {
        var limiter = _limiters.GetOrCreate(key, _ => new TokenBucketRateLimiter(_bucket), _untilRested)!; // made if not there
        limiter.TryReplenish();
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose() => _limiters.Dispose();
}
