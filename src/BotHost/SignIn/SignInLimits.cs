using System.Threading.RateLimiting;
using BotHost.Store.Accounts;

namespace BotHost.SignIn;

/// <summary>
/// How often anybody may try to sign in, by the name tried and over all: what locking an account does not stop is trying one
/// password with many names. Kept in memory only.
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    /// <summary>Attempts with one name at once, and then a minute.</summary>
    public const int WithOneName = 10;

    /// <summary>Attempts at once over all, and then a minute. One costs a tenth of a second of one core.</summary>
    public const int Together = 60;

    private readonly PartitionedRateLimiter<string> _names = PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetTokenBucketLimiter(name, _ => Bucket(WithOneName)));

    private readonly TokenBucketRateLimiter _all = new(Bucket(Together));

    public bool Allows(string name)
    {
        // What cannot be a name shares one place, or long ones would fill the memory.
        using var ofName = _names.AttemptAcquire(AccountName.IsValid(name) ? name.ToLowerInvariant() : "");
        if (!ofName.IsAcquired)
            return false;
        using var ofAll = _all.AttemptAcquire();
        return ofAll.IsAcquired;
    }

    public void Dispose()
    {
        _names.Dispose();
        _all.Dispose();
    }

    private static TokenBucketRateLimiterOptions Bucket(int attempts) => new()
    {
        TokenLimit = attempts,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / attempts,
        QueueLimit = 0,
    };
}
