using System.Data.Common;
using FactChecking.Storage;

namespace FactChecking.Knowledge;

/// <summary>Gives the newest published generation, and moves on to the next when the file is replaced.</summary>
/// <param name="database">The published file.</param>
/// <param name="prepare">Runs on a generation before anybody answers from it, so that no message waits for what the first use would read.</param>
public sealed class KnowledgeBase(SqliteFile database, Action<KnowledgeGeneration>? prepare = null) : IDisposable
{
    private readonly Lock _opening = new();
    private volatile KnowledgeGeneration? _current;
    private (DateTime Written, long Length) _stamp;

    /// <summary>The generation to answer from; opened at the first use.</summary>
    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not one of ours.</exception>
    /// <exception cref="FileNotFoundException">There is no database yet.</exception>
    public KnowledgeGeneration Current
    {
        get
        {
            if (_current is null)
                MoveOn();
            return _current!; // opened above
        }
    }

    /// <summary>There is a generation to answer from, or one can be opened now.</summary>
    public bool CanAnswer
    {
        get
        {
            try
            {
                return Current is not null;
            }
            catch (Exception exception) when (exception is IOException or DatabaseRefusedException or DbException)
            {
                return false;
            }
        }
    }

    /// <summary>Opens the next generation if the file was replaced since; answers come from the earlier one until it is open.</summary>
    /// <returns>True when it moved on.</returns>
    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not one of ours.</exception>
    public bool MoveOn()
    {
        lock (_opening)
        {
            var stamp = Stamp();
            if (_current is not null && stamp == _stamp)
                return false;

            // Noted before it is opened: a file that cannot be used is tried once, not for ever.
            _stamp = stamp;
            // The earlier generation is left to the garbage collector: answers in progress may still read from it.
            var next = new KnowledgeGeneration(database);
            prepare?.Invoke(next);
            _current = next;
            return true;
        }
    }

    private (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(database.Path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    public void Dispose() => _current?.Dispose();
}
