namespace BotHost.Store.Backups;

/// <summary>A backup that must not be restored, or not now; the message says why and what to do.</summary>
public sealed class BackupRefusedException(string message) : Exception(message);
