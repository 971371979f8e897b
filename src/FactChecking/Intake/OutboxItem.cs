namespace FactChecking.Intake;

/// <summary>A call that is being made.</summary>
/// <param name="Position">Its place in the order of all.</param>
/// <param name="Key">Names it, now and later.</param>
/// <param name="Lane">Those of one lane are made in order.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Payload">Its parameters, in the sender's own form.</param>
/// <param name="Attempts">How often it has failed before.</param>
public sealed record OutboxItem(long Position, string Key, long Lane, string Method, string Payload, int Attempts);
