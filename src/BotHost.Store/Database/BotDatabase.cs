using System.Collections.Concurrent;
using Dapper;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotHost.Store.Database;

/// <summary>
/// bot.db, used by one thread only: SQLite has one writer at a time, and its calls block, so they are kept off the thread
/// pool. What is waiting is committed together, which makes one disk flush serve many.
/// </summary>
public sealed class BotDatabase(IOptions<BotOptions> options) : IHostedService, IDisposable
{
    /// <summary>What the bot keeps of its chats. The mark reads "FCBT".</summary>
    public static readonly DatabaseSchema Schema = new(typeof(BotDatabase), "Bot", 0x46434254);

    private const int LargestGroup = 400;

    // A reply takes about 2 kB. Of SQLite's usual pages of 4 kB each would fill one, which is written when it is put in and
    // again when it is overwritten. A file that is there already keeps the pages that it has.
    private const string SetPageSize = "pragma page_size = 8192";

    // Written and deleted again, and as deleted text is overwritten, written in full: a disk with no room for some messages
    // is found out.
    private const string Probe = """
        insert into write_probe (filler) values (zeroblob(65536));
        delete from write_probe;
        """;

    private readonly SqliteFile _file = new(options.Value.Database);
    private readonly BlockingCollection<Job> _jobs = [];
    private readonly Lock _reading = new();
    private SqliteConnection? _connection;
    private SqliteConnection? _reader;
    private Thread? _thread;
    private DatabaseLock? _use;
    private bool _disposed;

    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not of this kind.</exception>
    /// <exception cref="IOException">The file is being replaced by a backup.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _use = DatabaseLock.Share(_file.Path);
        _connection = _file.OpenForWork();
        _connection.Execute(SetPageSize);
        Schema.Migrate(_connection);
        // What is deleted is overwritten with zeros: people were told that it is gone.
        _connection.Execute("pragma journal_mode = wal; pragma secure_delete = on;");

        _reader = _file.OpenForLookUps();
        _thread = new Thread(() => Work(_connection)) { IsBackground = true, Name = "bot.db" };
        _thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _jobs.CompleteAdding();
        _thread?.Join();
        return Task.CompletedTask;
    }

    // The container knows it as itself and as a hosted service, and disposes it twice.
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _jobs.CompleteAdding();
        _thread?.Join();
        _reader?.Dispose();
        _connection?.Dispose();
        _use?.Dispose();
        _jobs.Dispose();
    }

    /// <summary>
    /// Runs this in a transaction; done means committed to the disk. It is run again where that transaction came to nothing
    /// because of another that was to be committed with it.
    /// </summary>
    internal Task<T> RunAsync<T>(Func<SqliteConnection, T> work)
    {
        var job = new Job<T>(work);
        _jobs.Add(job);
        return job.Outcome;
    }

    /// <summary>Reads what is committed, beside the thread that writes: what asks for a row by its key need not queue for that.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_reading)
            return read(_reader!); // opened at the start, before anything can ask
    }

    /// <summary>Tries to write. Null when that works; else why it does not, as SQLite calls it.</summary>
    public async Task<string?> FindWriteFaultAsync()
    {
        try
        {
            await RunAsync(connection => connection.Execute(Probe));
            return null;
        }
        catch (SqliteException exception)
        {
            return SQLitePCL.raw.sqlite3_errstr(exception.SqliteErrorCode).utf8_to_string();
        }
    }

    /// <summary>Moves the log into the file and empties it, so that deleted text does not linger in it.</summary>
    internal void EmptyLog()
    {
        using var connection = _file.OpenForWriting();
        connection.Execute("pragma wal_checkpoint(truncate);");
    }

    private void Work(SqliteConnection connection)
    {
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            var group = new List<Job> { first };
            while (group.Count < LargestGroup && _jobs.TryTake(out var next))
                group.Add(next);
            Commit(connection, group);
        }
    }

    private static void Commit(SqliteConnection connection, List<Job> group)
    {
        while (!TryCommit(connection, group))
        {
            // Without the one that failed.
        }

        group.ForEach(job => job.Complete());
    }

    // No savepoint around each, as SQLite copies every page that is changed within one; and few ever fail.
    private static bool TryCommit(SqliteConnection connection, List<Job> group)
    {
        Job? running = null;
        try
        {
            connection.Execute("begin immediate");
            foreach (var job in group)
            {
                running = job;
                job.Run(connection);
            }

            running = null;
            connection.Execute("commit");
            return true;
        }
        // The thread must outlive whatever happens to a job; its caller gets the exception.
        catch (Exception exception)
        {
            RollBack(connection);
            List<Job> failed = running is null ? [.. group] : [running];
            foreach (var job in failed)
            {
                job.Fail(exception);
                group.Remove(job);
            }

            return group.Count == 0;
        }
    }

    private static void RollBack(SqliteConnection connection)
    {
        try
        {
            connection.Execute("rollback");
        }
        catch (SqliteException)
        {
            // A full disk and its like have ended the transaction already.
        }
    }

    private abstract class Job
    {
        public abstract void Run(SqliteConnection connection);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Job<T>(Func<SqliteConnection, T> work) : Job
    {
        private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Outcome => _outcome.Task;

        public override void Run(SqliteConnection connection) => _result = work(connection);

        public override void Complete() => _outcome.TrySetResult(_result!); // Run has set it, or Fail came first

        public override void Fail(Exception exception) => _outcome.TrySetException(exception);
    }
}
