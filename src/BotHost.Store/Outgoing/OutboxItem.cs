namespace BotHost.Store.Outgoing;

/// <summary>A call that is being made.</summary>
/// <param name="Position">Its place in the order of all.</param>
/// <param name="Key">Names it, now and later.</param>
/// <param name="Lane">Those of one lane are made in order.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Payload">Its parameters, in the sender's own form; null where they need not be read, as the call is at hand.</param>
/// <param name="Attempts">How often it has failed before.</param>
public sealed record OutboxItem(long Position, string Key, long Lane, string Method, string? Payload, int Attempts)
{
    /// <summary>What the payload was made of, where it was put in a moment ago; else null.</summary>
    public object? Call { get; init; }
}
