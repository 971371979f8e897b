using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using BotHost.Store.Database;
using FactChecking.Foundation;
using FactChecking.Storage;

namespace BotHost.Store.Backups;

/// <summary>Says whether a backup is whole, unchanged, sound, and of a form that this program knows. It is only read.</summary>
public static class BackupCheck
{
    private static readonly IReadOnlyDictionary<string, DatabaseSchema> Databases = new Dictionary<string, DatabaseSchema>
    {
        [BackupManifest.BotDatabase] = BotDatabase.Schema,
        [BackupManifest.KnowledgeDatabase] = DatabaseSchema.Knowledge,
    };

    /// <summary>Checks all of it.</summary>
    /// <param name="backup">Its folder.</param>
    /// <exception cref="BackupRefusedException">It must not be restored.</exception>
    public static BackupManifest Check(string backup)
    {
        var manifest = Read(backup);
        foreach (var file in manifest.Files)
            CheckFile(backup, file);
        foreach (var (name, schema) in Databases.Where(database => manifest.Holds(database.Key)))
        {
            // The file tells its version; what the manifest says of it is for people.
            if (DatabaseCheck.Find(Path.Combine(backup, name), schema) is [var fault, ..])
                throw new BackupRefusedException($"{name} in {backup} cannot be used: {fault}");
        }
        if (manifest.Holds(BackupManifest.Data))
            CheckArchive(Path.Combine(backup, BackupManifest.Data));
        return manifest;
    }

    private static BackupManifest Read(string backup)
    {
        var path = Path.Combine(backup, BackupManifest.Name);
        if (!File.Exists(path))
            throw new BackupRefusedException($"{backup} is no backup, or not a whole one: it has no {BackupManifest.Name}.");
        try
        {
            if (JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(path), FactCheckingJson.Plain) is { Files.Count: > 0 } manifest)
                return manifest;
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new BackupRefusedException($"{path} cannot be read.");
    }

    private static void CheckFile(string backup, BackupFile file)
    {
        if (!IsKnown(file.Path))
            throw new BackupRefusedException($"{backup} names a file {file.Path} that no backup holds.");
        var path = Path.Combine(backup, file.Path);
        if (!File.Exists(path))
            throw new BackupRefusedException($"{path} is missing.");
        using var stream = File.OpenRead(path);
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
            throw new BackupRefusedException($"{path} is not what it was when the backup was made: its SHA-256 differs.");
    }

    // A manifest is a file like others: it must not lead anywhere else.
    private static bool IsKnown(string path) =>
        Databases.ContainsKey(path) || path == BackupManifest.Data
        || (path.Split('/') is [BackupManifest.Keys, var key] && key == Path.GetFileName(key) && key.EndsWith(".xml", StringComparison.Ordinal));

    private static void CheckArchive(string archive)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            foreach (var entry in zip.Entries)
            {
                if (Path.IsPathRooted(entry.FullName) || entry.FullName.Split('/', '\\').Contains(".."))
                    throw new BackupRefusedException($"{archive} holds a file that leads out of it: {entry.FullName}");
            }
        }
        catch (InvalidDataException exception)
        {
            throw new BackupRefusedException($"{archive} cannot be read: {exception.Message}");
        }
    }
}
