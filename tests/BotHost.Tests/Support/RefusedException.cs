using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>An error answer of the Bot API.</summary>
public sealed class RefusedException(int code, string description) : Exception(description)
{
    public int Code => code;

    /// <summary>What the bot needs to know beside it.</summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>Seconds that the bot has to wait; null: it is not told to.</summary>
    public int? RetryAfter { get; init; }
}
