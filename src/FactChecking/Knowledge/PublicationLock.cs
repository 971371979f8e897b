using FactChecking.Storage;

namespace FactChecking.Knowledge;

/// <summary>Lets one program at a time replace the published file.</summary>
public static class PublicationLock
{
    /// <summary>Takes the lock of a published file; disposing of it gives it back, and so does the end of the program.</summary>
    /// <exception cref="IOException">Another program is publishing.</exception>
    public static FileStream Take(SqliteFile database)
    {
        try
        {
            return new FileStream($"{database.Path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new IOException($"Another program is publishing to {database.Path}. Try again when it has finished.", exception);
        }
    }
}
