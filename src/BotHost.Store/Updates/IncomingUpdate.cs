using System.Text.Json.Serialization;

namespace BotHost.Store.Updates;

/// <summary>
/// What is kept of one update: this and nothing else reaches the disk, so a name, a user name or a second person's id
/// has no place to be in.
/// </summary>
/// <param name="Id">The update's id: a repeat has the same one.</param>
/// <param name="Chat">The chat to answer in.</param>
public sealed record IncomingUpdate(long Id, long Chat)
{
    public ChatKind ChatKind { get; init; } = ChatKind.Private;

    /// <summary>The language that the person's client says it has (BCP 47).</summary>
    public string? ClientLanguage { get; init; }

    /// <summary>The message; for a press, the one that the pressed message replies to, when it is still at hand.</summary>
    public IncomingMessage? Message { get; init; }

    /// <summary>The button press that the update is about; null when it is about a message.</summary>
    public ButtonPress? Press { get; init; }

    /// <summary>
    /// Set on a message that may be part of one question with those before and after it: "forwarded", or "album:" and its
    /// number. It is handled together with its like, which arrive in the same moment.
    /// </summary>
    public string? Part { get; init; }

    /// <summary>The message is one that was sent before, with other words.</summary>
    public bool Edited { get; init; }

    /// <summary>The person has blocked the bot.</summary>
    public bool Blocked { get; init; }

    /// <summary>What else is to be known of an update in a group; null in a private chat.</summary>
    public IncomingGroup? Group { get; init; }

    /// <summary>What somebody types after the bot's name, in a chat that it is not told of; null otherwise.</summary>
    public InlineQuestion? Inline { get; init; }

    /// <summary>Names the call of a guest's name in a chat that the bot is not in; null otherwise. The message is the one to look up.</summary>
    public string? Guest { get; init; }

    /// <summary>One more than the chat or the person may ask: it is told so, and not looked up.</summary>
    public bool TooMany { get; init; }

    /// <summary>Updates of one lane are handled in order, lanes side by side.</summary>
    [JsonIgnore]
    public long Lane => Inline is null && Guest is null ? Chat : FirstQueryLane + Id;

    // Queries have no order among each other and no chat; a lane of its own for each keeps who asks out of the database.
    private const long FirstQueryLane = long.MinValue / 2;
}

/// <param name="Id">The message's id in its chat.</param>
/// <param name="Content">What it consists of.</param>
/// <param name="Text">Its text or caption; empty when it has none.</param>
public sealed record IncomingMessage(int Id, ContentKind Content, string Text)
{
    /// <summary>Addresses behind words or buttons, which the text does not show.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>"@channel/123" when it was forwarded from a public channel; every other origin is dropped.</summary>
    public string? ForwardedFrom { get; init; }
}

/// <param name="Id">Names the query when it is answered.</param>
/// <param name="Text">What was typed so far; may be empty.</param>
public sealed record InlineQuestion(string Id, string Text);

/// <param name="Id">Names the press when it is acknowledged.</param>
/// <param name="Message">The bot's message that the button sits on.</param>
/// <param name="Data">What the button carries.</param>
public sealed record ButtonPress(string Id, int Message, string Data)
{
    /// <summary>The number of the bot's message when only the person who pressed sees it; else null.</summary>
    public int? EphemeralMessage { get; init; }
}

/// <summary>Channels are not served; their updates are not stored.</summary>
public enum ChatKind
{
    Private,
    Group,
}

public enum ContentKind
{
    Text,

    /// <summary>Pictures, films, sound and files: only a caption can be read.</summary>
    Media,

    Sticker,
    Other,
}
