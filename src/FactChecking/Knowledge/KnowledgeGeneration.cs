using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Knowledge;

/// <summary>
/// One published state of the records, open for reading for as long as somebody answers from it. The handle stays on the
/// file it was opened on, also after a newer generation has taken the file's name.
/// </summary>
public sealed class KnowledgeGeneration : IDisposable
{
    private const int MaxKept = 2000;

    private readonly GenerationCache _kept = new(MaxKept);
    private readonly ConcurrentDictionary<Type, Lazy<object>> _parts = new();
    private readonly SqliteConnection _connection;
    private readonly Lock _reading = new();

    internal KnowledgeGeneration(SqliteFile database)
    {
        if (!File.Exists(database.Path))
            throw new FileNotFoundException($"There is no database {database.Path}. Start the bot once, or import records, to make it.", database.Path);
        _connection = database.OpenForReading();
        try
        {
            DatabaseSchema.Knowledge.CheckMark(_connection);
            // One transaction for good: SQLite would take and release the file's lock for every statement, and a message
            // runs dozens. Nobody waits for the lock, since a publication writes another file.
            _connection.Execute("begin deferred");
            Number = long.Parse(_connection.ExecuteScalar<string>("select value from meta where key = 'generation'") ?? "0", CultureInfo.InvariantCulture);
            Claims = _connection.ExecuteScalar<long>("select count(*) from claims");
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

    /// <summary>Reads with the generation's connection, one reader at a time: SQLite connections are not thread-safe.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_reading)
            return read(_connection);
    }

    /// <summary>What was read before, or reads it; null where there is nothing.</summary>
    /// <param name="key">The type of the reading and the record it is of.</param>
    /// <param name="read">Reads it. What it gives must not be changed: others get the same.</param>
    internal T? Cached<T>(object key, Func<T?> read)
        where T : class => _kept.Get(key, read);

    /// <summary>The same for a reading that has to wait for others.</summary>
    internal async ValueTask<T> CachedAsync<T>(object key, Func<ValueTask<T>> read)
        where T : class =>
        _kept.Find<T>(key) is { } kept ? kept : _kept.Set(key, await read());

    /// <summary>What one subject holds of the generation as a whole, such as an index: made at the first use, kept as long as the generation.</summary>
    /// <typeparam name="T">The type of the part; there is one of each.</typeparam>
    /// <param name="make">Makes it. A part that can be disposed of goes with the generation.</param>
    internal T Part<T>(Func<KnowledgeGeneration, T> make)
        where T : class =>
        (T)_parts.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this))).Value;

    public void Dispose()
    {
        foreach (var part in _parts.Values.Where(part => part.IsValueCreated).Select(part => part.Value).OfType<IDisposable>())
            part.Dispose();
        _kept.Dispose();
        _connection.Dispose();
    }
}
