using System.IO.Compression;
using FactChecking.Knowledge;
using FactChecking.Storage;

namespace BotHost.Store.Backups;

/// <summary>Puts a backup in the place of what there is, while nothing runs. What is replaced stays beside it.</summary>
public sealed class BackupRestore(BackedUpFiles files, SqliteFile knowledge)
{
    private const string Coming = ".restoring";
    private const string Replaced = ".before-restore";

    // A log that was not moved into its database belongs to it, and to no other.
    private static readonly string[] Logs = ["-wal", "-shm", "-journal"];

    /// <summary>Restores.</summary>
    /// <param name="backup">The folder of the backup.</param>
    /// <returns>What was put in place.</returns>
    /// <exception cref="BackupRefusedException">The backup must not be restored, or the bot runs; nothing was changed.</exception>
    public IReadOnlyList<string> Restore(string backup)
    {
        var manifest = BackupCheck.Check(backup);
        using var alone = DatabaseLock.TryTakeAlone(files.BotDatabase)
            ?? throw new BackupRefusedException($"The bot runs, or another command works on {files.BotDatabase}. Stop it first.");
        using var publishing = PublicationLock.Take(knowledge);

        var parts = PartsOf(backup, manifest).ToList();
        if (parts.Select(part => part.Target + Replaced).FirstOrDefault(Exists) is { } earlier)
            throw new BackupRefusedException($"{earlier} is there from an earlier restore. Look whether it is still wanted, and move it away.");
        try
        {
            // All that needs room on the disk comes before anything is moved.
            foreach (var part in parts)
                part.Copy(part.Target + Coming);
            Swap(parts);
        }
        finally
        {
            foreach (var part in parts)
                Delete(part.Target + Coming);
        }
        return [.. parts.Select(part => part.Target)];
    }

    private IEnumerable<Part> PartsOf(string backup, BackupManifest manifest)
    {
        if (manifest.Holds(BackupManifest.BotDatabase))
            yield return new Part(files.BotDatabase, target => File.Copy(Path.Combine(backup, BackupManifest.BotDatabase), target, overwrite: true));
        if (manifest.Holds(BackupManifest.KnowledgeDatabase))
            yield return new Part(files.KnowledgeDatabase, target => File.Copy(Path.Combine(backup, BackupManifest.KnowledgeDatabase), target, overwrite: true));
        if (manifest.Holds(BackupManifest.Data) && files.DataFolder is { } data)
            yield return new Part(data, target => ZipFile.ExtractToDirectory(Path.Combine(backup, BackupManifest.Data), target, overwriteFiles: true));
        if (manifest.Files.Any(file => file.Path.StartsWith($"{BackupManifest.Keys}/", StringComparison.Ordinal)))
            yield return new Part(files.Keys, target => BackupStore.CopyKeys(Path.Combine(backup, BackupManifest.Keys), target));
    }

    private static void Swap(IReadOnlyList<Part> parts)
    {
        var undo = new Stack<(string From, string To)>();
        try
        {
            foreach (var part in parts)
            {
                foreach (var log in Logs.Prepend("").Where(log => Exists(part.Target + log)))
                    Move(part.Target + log, part.Target + Replaced + log, undo);
                Move(part.Target + Coming, part.Target, undo);
            }
        }
        catch
        {
            while (undo.TryPop(out var done))
                Directory.Move(done.To, done.From);
            throw;
        }
    }

    private static void Move(string from, string to, Stack<(string From, string To)> undo)
    {
        Directory.Move(from, to); // of files, too
        undo.Push((from, to));
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static void Delete(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
        else if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    /// <summary>A file or folder that is put in place.</summary>
    private sealed record Part(string Target, Action<string> Copy);
}
