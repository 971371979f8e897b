using System.ComponentModel.DataAnnotations;

namespace BotHost.Store.Backups;

/// <summary>Where backups are made, how often, and how long they are kept.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>The folder of backups, best on another disk; null: the host makes none by itself.</summary>
    public string? Folder { get; set; }

    /// <summary>Hours from one backup of the host to its next.</summary>
    [Range(1, 720)]
    public int EveryHours { get; set; } = 24;

    /// <summary>Days of which the last backup is kept, today among them; what is younger than a day is kept in any case.</summary>
    [Range(1, 366)]
    public int KeepDaily { get; set; } = 7;

    /// <summary>Weeks (from Monday) of which the last backup is kept, this one among them.</summary>
    [Range(0, 104)]
    public int KeepWeekly { get; set; } = 4;
}
