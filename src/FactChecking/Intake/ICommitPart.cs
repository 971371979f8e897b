using Microsoft.Data.Sqlite;

namespace FactChecking.Intake;

/// <summary>What is gathered from the jobs that are committed together, and written once.</summary>
internal interface ICommitPart
{
    /// <summary>Writes what was gathered.</summary>
    void Write(SqliteConnection connection);

    /// <summary>Forgets it: it is written, or what it was gathered from came to nothing.</summary>
    void Clear();
}
