namespace BotHost.Store.Updates;

/// <summary>
/// What is kept of an update in a group beside its messages. It is gone from the disk, as the rest, once the update is answered.
/// </summary>
/// <param name="Event">What happened.</param>
public sealed record IncomingGroup(GroupEvent Event)
{
    /// <summary>The command's name, in lower case, when the event is one.</summary>
    public string? Command { get; init; }

    /// <summary>The id of the message that asks: a command or a mention; 0 when only its sender and the bot see it.</summary>
    public int Asking { get; init; }

    /// <summary>The command's number when only its sender and the bot see it; else null.</summary>
    public int? EphemeralCommand { get; init; }

    /// <summary>
    /// Who gave a command or pressed a button: to ask Telegram whether that is an administrator, and to answer so that only
    /// this person sees it. Null for whoever writes in the name of a chat, and for everything else.
    /// </summary>
    public long? Asker { get; init; }

    /// <summary>Written in the name of the group itself, which only its administrators can.</summary>
    public bool IsAnonymousAdministrator { get; init; }

    /// <summary>The topic that it happened in; null for the general one, and where there are none.</summary>
    public int? Topic { get; init; }

    /// <summary>The part of the message that the asking one quotes; null when it quotes nothing.</summary>
    public string? Quote { get; init; }

    /// <summary>The message asked about is in another chat: Telegram does not show its words.</summary>
    public bool IsOutOfSight { get; init; }

    /// <summary>How the bot stood and stands in the group, when that has changed.</summary>
    public StandingChange? Standing { get; init; }

    /// <summary>The old and the new id, when the group has got another one.</summary>
    public NewGroupId? NewId { get; init; }
}

public enum GroupEvent
{
    Command,

    /// <summary>The bot is mentioned in a reply.</summary>
    Mention,

    /// <summary>A forwarded post, or a message with a link, that nobody asked about.</summary>
    Unasked,

    Press,

    /// <summary>The bot was added, removed, restricted, or got or lost rights.</summary>
    Standing,

    /// <summary>The group has become a supergroup.</summary>
    NewId,
}

/// <summary>How the bot stands in a group.</summary>
public enum GroupStanding
{
    Absent,

    /// <summary>It is there and may not write.</summary>
    Muted,

    Member,
    Administrator,
}

public sealed record StandingChange(GroupStanding From, GroupStanding To);

public sealed record NewGroupId(long From, long To);
