using FactChecking.Storage;

namespace FactChecking.Knowledge;

/// <summary>Gives the newest published generation, and moves on to the next when the file is replaced.</summary>
public sealed class KnowledgeBase(SqliteFile database) : IDisposable
{
    private readonly Lock _moving = new();
    private KnowledgeGeneration? _current;
    private (DateTime Written, long Length) _stamp;

    /// <summary>The generation to answer from; opened at the first use.</summary>
    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not one of ours.</exception>
    /// <exception cref="FileNotFoundException">There is no database yet.</exception>
    public KnowledgeGeneration Current
    {
        get
        {
            lock (_moving)
            {
                if (_current is null)
                    Open();
                return _current!; // opened above
            }
        }
    }

    /// <summary>Opens the next generation if the file was replaced since.</summary>
    /// <returns>True when it moved on.</returns>
    public bool MoveOn()
    {
        lock (_moving)
        {
            if (_current is not null && Stamp() == _stamp)
                return false;
            Open();
            return true;
        }
    }

    // The earlier generation is left to the garbage collector: answers in progress may still read from it.
    private void Open()
    {
        var stamp = Stamp();
        _current = new KnowledgeGeneration(database);
        _stamp = stamp;
    }

    private (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(database.Path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    public void Dispose() => _current?.Dispose();
}
