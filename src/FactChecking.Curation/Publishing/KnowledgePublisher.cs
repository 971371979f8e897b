using System.Globalization;
using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Knowledge;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>
/// Makes the next generation of the knowledge database: a copy is changed, checked and put in place of the file in one
/// step, so that readers see all of a change or nothing, and those who read the old file are not disturbed.
/// </summary>
public sealed class KnowledgePublisher(SqliteFile database, TimeProvider clock)
{
    private const string FingerprintKey = "data_fingerprint";
    private const string GenerationKey = "generation";

    /// <summary>Loads the data folder when it has changed since the last time.</summary>
    /// <returns>True when a new generation was published; false when there was nothing to do.</returns>
    /// <exception cref="DataFaultsException">A record is wrong; nothing was stored.</exception>
    public async Task<bool> LoadAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var fingerprint = $"{DatabaseSchema.Knowledge.Version}:{folder.Fingerprint()}";
        if (File.Exists(database.Path))
        {
            using var current = database.OpenForReading();
            if (DatabaseSchema.Knowledge.CheckMark(current) == DatabaseSchema.Knowledge.Version && Meta(current, FingerprintKey) == fingerprint)
                return false;
        }

        var records = await folder.ReadAsync(null, cancellationToken);
        Publish((connection, transaction) =>
        {
            new CuratedRecordsWriter(connection, transaction).Replace(records);
            SetMeta(connection, transaction, FingerprintKey, fingerprint);
        });
        return true;
    }

    /// <summary>True when the published file holds records of a data folder; false when it is not there or holds imports only.</summary>
    public bool HoldsCuratedRecords()
    {
        if (!File.Exists(database.Path))
            return false;
        using var current = database.OpenForReading();
        return DatabaseSchema.Knowledge.CheckMark(current) > 0 && Meta(current, FingerprintKey) is not null;
    }

    /// <summary>Publishes a change of the records. When it throws, the published file stays as it was.</summary>
    internal void Publish(Action<SqliteConnection, SqliteTransaction> change)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!); // a full path to a file always has a folder
        using var onlyPublisher = PublicationLock.Take(database);
        var next = new SqliteFile($"{database.Path}.next");
        File.Delete(next.Path);
        if (File.Exists(database.Path))
            File.Copy(database.Path, next.Path);

        try
        {
            using (var connection = next.OpenForWriting())
            {
                DatabaseSchema.Knowledge.Migrate(connection);
                using var transaction = connection.BeginTransaction(); // BEGIN IMMEDIATE
                change(connection, transaction);
                using (var entries = new RecordEntryWriter(connection, transaction))
                    entries.WriteMissing();
                var generation = long.Parse(Meta(connection, GenerationKey) ?? "0", CultureInfo.InvariantCulture) + 1;
                SetMeta(connection, transaction, GenerationKey, generation.ToString(CultureInfo.InvariantCulture));
                SetMeta(connection, transaction, "published_at", clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
                transaction.Commit();
            }
            File.Move(next.Path, database.Path, overwrite: true);
        }
        finally
        {
            File.Delete(next.Path);
        }
    }

    private static string? Meta(SqliteConnection connection, string key) =>
        connection.ExecuteScalar<string?>("select value from meta where key = @key", new { key });

    private static void SetMeta(SqliteConnection connection, SqliteTransaction transaction, string key, string value) =>
        connection.Execute("insert into meta (key, value) values (@key, @value) on conflict (key) do update set value = @value", new { key, value }, transaction);
}
