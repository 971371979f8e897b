namespace BotHost.Store.Backups;

/// <summary>What a backup holds, written into it last: a folder without one is not a backup.</summary>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Schemas">Schema versions of the databases in it, by their file.</param>
/// <param name="Files">Every other file of it.</param>
public sealed record BackupManifest(
    string Program, DateTimeOffset MadeAt, IReadOnlyDictionary<string, int> Schemas, IReadOnlyList<BackupFile> Files)
{
    /// <summary>Its own file.</summary>
    public const string Name = "manifest.json";

    public const string BotDatabase = "bot.db";
    public const string KnowledgeDatabase = "knowledge.db";
    public const string Data = "data.zip";

    /// <summary>The folder of the keys that cookies and forms of the desk are sealed with.</summary>
    public const string Keys = "keys";

    public bool Holds(string file) => Files.Any(item => item.Path == file);
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">Where it is in the backup, with slashes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">SHA-256 of its content, in hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
