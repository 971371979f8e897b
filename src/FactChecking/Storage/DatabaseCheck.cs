using Dapper;
using Microsoft.Data.Sqlite;

namespace FactChecking.Storage;

/// <summary>Looks for damage in a database file, as SQLite's own checks find it.</summary>
public static class DatabaseCheck
{
    // As many as help; a file that is damaged at all is restored, not mended.
    private const string FindDamage = "pragma integrity_check(20)";

    private const string FindLostReferences = """
        select "table" as "From", rowid as Row, parent as "To" from pragma_foreign_key_check limit 20
        """;

    private const string Sound = "ok";

    /// <summary>What is wrong with a file; empty: nothing.</summary>
    /// <param name="path">The file, which must exist. It is only read.</param>
    /// <param name="schema">Which kind of database it must be.</param>
    public static IReadOnlyList<string> Find(string path, DatabaseSchema schema)
    {
        try
        {
            using var connection = new SqliteFile(path).OpenForReading();
            schema.CheckMark(connection);
            return
            [
                .. connection.Query<string>(FindDamage).Where(line => line != Sound),
                .. connection.Query<(string From, long? Row, string To)>(FindLostReferences)
                    .Select(lost => $"{lost.From}, row {lost.Row}: what it refers to in {lost.To} is not there"),
            ];
        }
        catch (DatabaseRefusedException exception)
        {
            return [exception.Message];
        }
        // The damage may lie where SQLite needs to read before it can check anything.
        catch (SqliteException exception)
        {
            return [exception.Message];
        }
    }
}
