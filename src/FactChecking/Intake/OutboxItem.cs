namespace FactChecking.Intake;

/// <summary>A call that is being made, and how often that has failed before.</summary>
public sealed record OutboxItem(long Position, long Lane, string Method, string Payload, int Attempts);
