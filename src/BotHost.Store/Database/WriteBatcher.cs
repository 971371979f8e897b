using Microsoft.Data.Sqlite;

namespace BotHost.Store.Database;

/// <summary>
/// Writes of one kind by many at once: those that wait for the database are written together, in few statements. Each is done
/// when it is committed, and fails only by its own fault.
/// </summary>
/// <param name="database">Where to.</param>
/// <param name="write">Writes them; to be written as often as it takes until a commit succeeds.</param>
internal sealed class WriteBatcher<T>(BotDatabase database, Action<SqliteConnection, IReadOnlyList<T>> write)
{
    private readonly Lock _joining = new();
    private Batch? _open;

    public async Task WriteAsync(T item)
    {
        var batch = Join(item);
        try
        {
            await batch.Written;
        }
        // One of them has spoiled it for all.
        catch (Exception) when (batch.Items.Count > 1)
        {
            await RunAsync([item]);
        }
    }

    private Batch Join(T item)
    {
        lock (_joining)
        {
            var batch = _open ?? Open();
            batch.Items.Add(item);
            return batch;
        }
    }

    private Batch Open()
    {
        var items = new List<T>();
        return _open = new Batch(items, RunAsync(items));
    }

    private Task<bool> RunAsync(List<T> items) => database.RunAsync(connection =>
    {
        lock (_joining)
        {
            // Who comes now joins the next one.
            if (_open?.Items == items)
                _open = null;
        }

        write(connection, items);
        return true;
    });

    private sealed record Batch(List<T> Items, Task Written);
}
