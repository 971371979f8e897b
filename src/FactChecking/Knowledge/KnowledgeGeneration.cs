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
    // Passages take some kilobytes a claim, and a message is compared with those of dozens; dossiers are larger.
    private const int MostPassages = 2000;
    private const int MostOthers = 2000;

    private readonly KeptReadings _keptPassages = new(MostPassages);
    private readonly KeptReadings _kept = new(MostOthers);
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
    internal ClaimIndex Index => _passages.Index;

    /// <summary>What outlets are recognised by.</summary>
    internal OutletDirectory Outlets => _outlets.Value;

    /// <summary>Reads with the generation's connection, one reader at a time: SQLite connections are not thread-safe.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_reading)
            return read(_connection);
    }

    /// <summary>What was read before, or reads it; null where there is nothing.</summary>
    /// <param name="key">The type of the reading and the record it is of.</param>
    /// <param name="read">Reads it. What it gives must not be changed: others get the same.</param>
    internal T? Kept<T>(object key, Func<T?> read)
        where T : class => _kept.Get(key, read);

    /// <summary>The passages of a claim that the index names.</summary>
    internal ClaimPassages PassagesOf(int claim) => _keptPassages.Get(claim, () => ReadPassages(passages => passages.Of(claim)))!; // never null

    /// <summary>The id of a claim that the index names.</summary>
    internal string IdOf(int claim) => _kept.Get(claim, () => ReadPassages(passages => passages.IdOf(claim)))!; // likewise

    private T ReadPassages<T>(Func<PassageStore, T> read)
    {
        lock (_reading)
            return read(_passages);
    }

    public void Dispose()
    {
        _keptPassages.Dispose();
        _kept.Dispose();
        _passages.Dispose();
        _connection.Dispose();
    }
}
