using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using BotHost.Store.Database;
using FactChecking.Foundation;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Backups;

/// <summary>
/// Makes backups while everything runs, and knows those that there are. A backup is a folder, which has its name only once
/// it is whole.
/// </summary>
public sealed class BackupStore(BackedUpFiles files, TimeProvider clock)
{
    private const string Unfinished = ".unfinished";

    private static readonly TimeSpan UnfinishedKept = TimeSpan.FromDays(1);

    /// <summary>Makes one.</summary>
    /// <param name="folder">The folder of backups.</param>
    /// <param name="cancellationToken">Stops the work; what was begun is taken away.</param>
    /// <returns>The folder of the new backup.</returns>
    /// <exception cref="BackupRefusedException">What there is to save is damaged: a copy of it would push out sound ones.</exception>
    /// <exception cref="IOException">The folder cannot be written, or has a backup of this second.</exception>
    public string Create(string folder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var backup = Path.Combine(Path.GetFullPath(folder), BackupName.Of(now));
        if (Directory.Exists(backup))
            throw new IOException($"{backup} is there already.");
        var unfinished = OwnerOnlyFolder.Create(backup + Unfinished).FullName;
        try
        {
            Fill(unfinished, now, cancellationToken);
            Directory.Move(unfinished, backup);
            return backup;
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    /// <summary>When each backup of a folder was made, the oldest first.</summary>
    public static IReadOnlyList<DateTimeOffset> List(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateDirectories(folder)
            .Where(path => File.Exists(Path.Combine(path, BackupManifest.Name)))
            .Select(path => BackupName.Read(Path.GetFileName(path)))
            .OfType<DateTimeOffset>()
            .Order(),
    ];

    /// <summary>Deletes what has been kept long enough, and says how many backups that were. Nothing else in the folder is touched.</summary>
    public int DeleteOld(string folder, BackupOptions options)
    {
        if (!Directory.Exists(folder))
            return 0;
        var now = clock.GetUtcNow();
        var old = BackupRetention.Old(List(folder), now, options.KeepDaily, options.KeepWeekly);
        foreach (var time in old)
            Delete(Path.Combine(folder, BackupName.Of(time)));
        // What a crash has left; a young one may be another program's, at work.
        foreach (var path in Directory.EnumerateDirectories(folder, $"*{Unfinished}"))
        {
            if (BackupName.Read(Path.GetFileNameWithoutExtension(path)) < now - UnfinishedKept)
                Directory.Delete(path, recursive: true);
        }
        return old.Count;
    }

    // File by file it is gone only bit by bit: its name goes first, so that nobody takes what is left for a backup.
    private static void Delete(string backup)
    {
        Directory.Move(backup, backup + Unfinished);
        Directory.Delete(backup + Unfinished, recursive: true);
    }

    private void Fill(string backup, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var schemas = new Dictionary<string, int>();
        if (File.Exists(files.BotDatabase))
        {
            CopyBotDatabase(Path.Combine(backup, BackupManifest.BotDatabase));
            schemas[BackupManifest.BotDatabase] = SchemaOf(backup, BackupManifest.BotDatabase, BotDatabase.Schema);
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (File.Exists(files.KnowledgeDatabase))
        {
            // A publication puts another file in its place and never writes into this one.
            File.Copy(files.KnowledgeDatabase, Path.Combine(backup, BackupManifest.KnowledgeDatabase));
            schemas[BackupManifest.KnowledgeDatabase] = SchemaOf(backup, BackupManifest.KnowledgeDatabase, DatabaseSchema.Knowledge);
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (Directory.Exists(files.DataFolder))
            Pack(files.DataFolder, Path.Combine(backup, BackupManifest.Data));
        if (Directory.Exists(files.Keys))
            CopyKeys(files.Keys, Path.Combine(backup, BackupManifest.Keys));

        var copied = Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => Describe(backup, path)).ToList();
        if (copied.Count == 0)
            throw new BackupRefusedException($"There is nothing to back up: neither {files.BotDatabase} nor {files.KnowledgeDatabase} is there.");
        WriteManifest(backup, new BackupManifest(ProgramVersion(), now, schemas, copied));
    }

    // In one step and so of one moment; who writes meanwhile is not held up.
    private void CopyBotDatabase(string copy)
    {
        using var source = new SqliteFile(files.BotDatabase).OpenForReading();
        using var target = new SqliteFile(copy).OpenForWriting();
        source.BackupDatabase(target);
        // Else the copy would want a log beside it as soon as somebody looks at it.
        using var command = new SqliteCommand("pragma journal_mode = delete", target);
        command.ExecuteNonQuery();
    }

    private static int SchemaOf(string backup, string name, DatabaseSchema schema)
    {
        var copy = Path.Combine(backup, name);
        if (DatabaseCheck.Find(copy, schema) is [var fault, ..])
            throw new BackupRefusedException($"{name} is damaged: {fault} Restore an earlier backup. See: check-database");
        using var connection = new SqliteFile(copy).OpenForReading();
        return schema.CheckMark(connection);
    }

    private static void Pack(string folder, string archive)
    {
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Create);
        var saved = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            // A record that is being written; it has its name once it is whole.
            .Where(path => !path.EndsWith(".next", StringComparison.Ordinal));
        foreach (var path in saved)
            zip.CreateEntryFromFile(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), CompressionLevel.Fastest);
    }

    /// <summary>Copies the keys that cookies and forms are sealed with into a folder of their own.</summary>
    internal static void CopyKeys(string from, string to)
    {
        OwnerOnlyFolder.Create(to);
        foreach (var key in Directory.EnumerateFiles(from, "*.xml"))
            File.Copy(key, Path.Combine(to, Path.GetFileName(key)), overwrite: true);
    }

    private static BackupFile Describe(string backup, string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Flush(flushToDisk: true);
        return new BackupFile(Path.GetRelativePath(backup, path).Replace('\\', '/'), file.Length, hash);
    }

    private static void WriteManifest(string backup, BackupManifest manifest)
    {
        using var file = new FileStream(Path.Combine(backup, BackupManifest.Name), FileMode.CreateNew);
        JsonSerializer.Serialize(file, manifest, FactCheckingJson.Indented);
        file.Flush(flushToDisk: true);
    }

    private static string ProgramVersion() =>
        typeof(BackupStore).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
