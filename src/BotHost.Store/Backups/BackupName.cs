using System.Globalization;

namespace BotHost.Store.Backups;

/// <summary>A backup's folder is named for the moment it was made, in UTC: text order is time order.</summary>
internal static class BackupName
{
    // ISO 8601 but for the colons, which not every file system takes.
    private const string Form = "yyyy-MM-dd'T'HH-mm-ss'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>When a backup of this name was made; null: it is not the name of one.</summary>
    public static DateTimeOffset? Read(string name) =>
        DateTimeOffset.TryParseExact(name, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
