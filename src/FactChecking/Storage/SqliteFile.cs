using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FactChecking.Storage;

/// <summary>Opens connections to one SQLite file with the settings that SQLite keeps per connection, not per file.</summary>
public sealed class SqliteFile(string path)
{
    // Versions before this one can corrupt a WAL file that several connections use (sqlite.org/wal.html#walresetbug).
    private static readonly Version OldestSafeSqlite = new(3, 51, 3);

    /// <summary>Seconds that a statement waits for another writer before it fails as busy.</summary>
    private const int BusySeconds = 5;

    static SqliteFile()
    {
        SqlMapper.AddTypeHandler(new LocalizedTextHandler());
        // Nobody asks how much memory SQLite takes, and counting it costs a lock for each piece. Must come before the first connection.
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var version = Version.Parse(connection.ServerVersion);
        if (version < OldestSafeSqlite)
            throw new DatabaseRefusedException($"SQLite {version} is older than {OldestSafeSqlite}, which fixes data loss.");
    }

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Opens for reading and writing; makes the file when it is not there.</summary>
    /// <exception cref="DatabaseRefusedException">The file is no database.</exception>
    public SqliteConnection OpenForWriting() => OpenForWriting(options => new SqliteConnection(options));

    /// <summary>The same, for a connection that runs the same statements over and over.</summary>
    /// <exception cref="DatabaseRefusedException">The file is no database.</exception>
    internal SqliteConnection OpenForWork() => OpenForWriting(options => new StatementCachingConnection(options));

    /// <summary>The same, for reading only. The file must exist.</summary>
    /// <exception cref="DatabaseRefusedException">The file is no database.</exception>
    internal SqliteConnection OpenForLookUps() => Open(SqliteOpenMode.ReadOnly, options => new StatementCachingConnection(options));

    /// <summary>Opens for reading only. The file must exist.</summary>
    /// <exception cref="DatabaseRefusedException">The file is no database.</exception>
    public SqliteConnection OpenForReading() => Open(SqliteOpenMode.ReadOnly, options => new SqliteConnection(options));

    private SqliteConnection OpenForWriting(Func<string, SqliteConnection> create)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!); // a full path to a file always has a folder
        return Open(SqliteOpenMode.ReadWriteCreate, create);
    }

    private SqliteConnection Open(SqliteOpenMode mode, Func<string, SqliteConnection> create)
    {
        var connection = create(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            // A pooled handle would keep reading a file that a newer generation has replaced.
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            // Reads the header, too, so that a file that is no database is found out here.
            connection.Execute("pragma synchronous = full; pragma temp_store = memory; pragma schema_version;");
            return connection;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_NOTADB)
        {
            connection.Dispose();
            throw new DatabaseRefusedException($"{Path} is not a SQLite database. Name another file, or move this one away.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
