namespace BotHost.Tests.Support;

/// <summary>Messages that the records decide in each way.</summary>
public static class Sample
{
    public const string Known = "known claim";

    /// <summary>Part of the answer to <see cref="Known"/>.</summary>
    public const string KnownAnswer = "Answer";

    public const string Ambiguous = "ask which one";

    public const string Unknown = "My neighbour's cat learned to play the violin in seventeen days";
}
