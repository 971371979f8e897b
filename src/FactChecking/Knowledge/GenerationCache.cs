using Microsoft.Extensions.Caching.Memory;

namespace FactChecking.Knowledge;

/// <summary>
/// What was read of a generation, kept for the next message: a generation never changes, and most messages are about few
/// claims.
/// </summary>
/// <param name="max">How many readings are kept; those that were not asked for the longest go first.</param>
internal sealed class GenerationCache(int max) : IDisposable
{
    private static readonly MemoryCacheEntryOptions One = new() { Size = 1 };

    // To make room all are put in order: a quarter goes at once, so that this is seldom.
    private const double GoesAtOnce = 0.25;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = max, CompactionPercentage = GoesAtOnce });

    /// <summary>The reading of this key; read now where it is not kept. An empty reading is not kept.</summary>
    public T? Get<T>(object key, Func<T?> read)
        where T : class =>
        Find<T>(key) ?? (read() is { } value ? Set(key, value) : null);

    /// <summary>The reading of this key; null where it is not kept.</summary>
    public T? Find<T>(object key)
        where T : class => _cache.TryGetValue(key, out T? kept) ? kept : null;

    /// <summary>Keeps a reading.</summary>
    public T Set<T>(object key, T value)
        where T : class => _cache.Set(key, value, One);

    public void Dispose() => _cache.Dispose();
}
