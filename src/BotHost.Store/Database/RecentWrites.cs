namespace BotHost.Store.Database;

/// <summary>
/// What was put into a table a moment ago, so that it need not be read back and understood anew. It may be forgotten at any
/// time: the table has it. For one thread at a time.
/// </summary>
internal sealed class RecentWrites<TKey, T>
    where TKey : notnull
    where T : class
{
    private const int Most = 1_000;

    private readonly Dictionary<TKey, T> _items = [];

    public void Put(TKey key, T item)
    {
        if (_items.Count < Most)
            _items[key] = item;
        else
            _items.Remove(key);
    }

    /// <summary>Gives it away; null: it is to be read back.</summary>
    public T? Take(TKey key) => _items.Remove(key, out var item) ? item : null;

    /// <summary>To be called when nothing can be taken: what is still here waits for long, or has been deleted from the table.</summary>
    public void Clear() => _items.Clear();
}
