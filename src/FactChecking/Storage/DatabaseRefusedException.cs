namespace FactChecking.Storage;

/// <summary>A database file that must not be used: newer than this program, or not one of ours.</summary>
public sealed class DatabaseRefusedException(string message) : Exception(message);
