namespace FactChecking.Storage;

/// <summary>
/// Says that programs work on a database, by a lock on a file beside it: shared by all of them, taken alone by one that puts
/// another database in its place. The system takes the lock back when a program ends, however it ends.
/// </summary>
public sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _lock;

    private DatabaseLock(FileStream file) => _lock = file;

    /// <summary>Works on it beside others.</summary>
    /// <exception cref="IOException">It is being replaced, or its folder cannot be written.</exception>
    public static DatabaseLock Share(string database)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!); // a full path to a file always has a folder
        try
        {
            return new DatabaseLock(Open(database, FileShare.ReadWrite));
        }
        catch (IOException exception)
        {
            throw new IOException($"{database} cannot be used: it is being replaced by a backup, or its folder cannot be written.", exception);
        }
    }

    /// <summary>Works on it alone; null when somebody works on it.</summary>
    public static DatabaseLock? TryTakeAlone(string database)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!); // a full path to a file always has a folder
        try
        {
            return new DatabaseLock(Open(database, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();

    // The file stays: who deleted it could let two in, each with a file of its own.
    private static FileStream Open(string database, FileShare share) =>
        new($"{Path.GetFullPath(database)}.lock", FileMode.OpenOrCreate, FileAccess.Read, share, bufferSize: 1);
}
