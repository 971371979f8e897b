using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>What a person sees of a message of the bot: its words without markup, new or in place of earlier ones.</summary>
public sealed record BotMessage(long Chat, int Id, string Text, bool IsEdit, int? ReplyTo)
{
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Who alone sees it; null: everybody in the chat.</summary>
    public long? Receiver { get; init; }

    /// <summary>Labels and data, or addresses, of the buttons, row by row.</summary>
    public IReadOnlyList<(string Label, string Data)> Buttons { get; init; } = [];

    /// <summary>The request that brought it.</summary>
    public JsonObject Request { get; init; } = [];
}
