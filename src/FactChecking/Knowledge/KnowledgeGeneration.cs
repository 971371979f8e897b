using System.Globalization;
using Dapper;
using FactChecking.Matching;
using FactChecking.Outlets;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Knowledge;

/// <summary>
/// One published state of the records, open for reading for as long as somebody answers from it. The handle stays on the
/// file it was opened on, also after a newer generation has taken the file's name.
/// </summary>
public sealed class KnowledgeGeneration : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly PassageStore _passages;
    private readonly Lock _reading = new();
    private readonly Lazy<OutletDirectory> _outlets;

    internal KnowledgeGeneration(SqliteFile database)
    {
        if (!File.Exists(database.Path))
            throw new FileNotFoundException($"There is no database {database.Path}. Start the bot once, or import records, to make it.", database.Path);
        _outlets = new Lazy<OutletDirectory>(() => Read(OutletDirectory.Read));
        _connection = database.OpenForReading();
        try
        {
            DatabaseSchema.Knowledge.CheckMark(_connection);
            // One transaction for good: SQLite would take and release the file's lock for every statement, and a message
            // runs dozens. Nobody waits for the lock, since a publication writes another file.
            _connection.Execute("begin deferred");
            Number = long.Parse(_connection.ExecuteScalar<string>("select value from meta where key = 'generation'") ?? "0", CultureInfo.InvariantCulture);
            Claims = _connection.ExecuteScalar<long>("select count(*) from claims");
            _passages = new PassageStore(_connection);
            Index = _passages.BuildIndex();
            NewestDate = _connection.ExecuteScalar<string?>("select max(date) from documents");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Counts up with every publication.</summary>
    public long Number { get; }

    /// <summary>How many claims are on record.</summary>
    public long Claims { get; }

    /// <summary>Date of the newest document on record (ISO 8601, perhaps a month or a year only); null when none has one.</summary>
    public string? NewestDate { get; }

    /// <summary>What candidates are found with.</summary>
    internal ClaimIndex Index { get; }

    /// <summary>What outlets are recognised by.</summary>
    internal OutletDirectory Outlets => _outlets.Value;

    /// <summary>Reads with the generation's connection, one reader at a time: SQLite connections are not thread-safe.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_reading)
            return read(_connection);
    }

    /// <summary>Reads passages, one reader at a time.</summary>
    internal T ReadPassages<T>(Func<PassageStore, T> read)
    {
        lock (_reading)
            return read(_passages);
    }

    public void Dispose()
    {
        _passages.Dispose();
        _connection.Dispose();
    }
}
