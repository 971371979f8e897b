using System.Text.Json;
using FactChecking;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Sending;

/// <summary>A call of the Bot API that a handler wants made. It is kept in the outbox until Telegram has taken it.</summary>
internal abstract record OutgoingCall
{
    public OutboxDraft ToDraft() => this switch
    {
        SendText call => new OutboxDraft(SendText.Method, Write(call)),
        EditText call => new OutboxDraft(EditText.Method, Write(call)),
        EditEphemeral call => new OutboxDraft(EditEphemeral.Method, Write(call)),
        AcknowledgePress call => new OutboxDraft(AcknowledgePress.Method, Write(call)),
        _ => throw new InvalidOperationException($"{GetType().Name} has no method."),
    };

    /// <summary>Telegram's limits on messages hold for it; answers to presses have none.</summary>
    public bool IsLimited => this is not AcknowledgePress;

    /// <summary>The stored call; null when it is in a form of another version of the program.</summary>
    public static OutgoingCall? Read(OutboxItem item)
    {
        try
        {
            return item.Method switch
            {
                SendText.Method => Read<SendText>(item.Payload),
                EditText.Method => Read<EditText>(item.Payload),
                EditEphemeral.Method => Read<EditEphemeral>(item.Payload),
                AcknowledgePress.Method => Read<AcknowledgePress>(item.Payload),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same call without markup; null when it has none.</summary>
    public OutgoingCall? AsPlainText() => this switch
    {
        SendText { IsPlain: false } call => call with { Text = PlainText.From(call.Text), IsPlain = true },
        EditText { IsPlain: false } call => call with { Text = PlainText.From(call.Text), IsPlain = true },
        EditEphemeral { IsPlain: false } call => call with { Text = PlainText.From(call.Text), IsPlain = true },
        _ => null,
    };

    private static string Write<T>(T call) => JsonSerializer.Serialize(call, FactCheckingJson.Plain);

    private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, FactCheckingJson.Plain);
}

/// <summary>A new message, Telegram HTML unless it is plain. <paramref name="ReplyTo"/> is the message that it answers.</summary>
internal sealed record SendText(long Chat, int? ReplyTo, string Text, bool IsPlain = false) : OutgoingCall
{
    public const string Method = "sendMessage";

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The topic of a group that it belongs in; null for the general one, and where there are none.</summary>
    public int? Topic { get; init; }

    /// <summary>Nobody's telephone rings.</summary>
    public bool IsSilent { get; init; }

    /// <summary>When it is of no use any more; null: never.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Who alone sees it; null: everybody in the chat.</summary>
    public EphemeralTarget? OnlyFor { get; init; }

    /// <summary>What is sent in its place when Telegram will not take it.</summary>
    public SendText? Otherwise { get; init; }
}

/// <summary>The one member of a group who sees a message.</summary>
/// <param name="Receiver">The person's id.</param>
/// <param name="Command">The command that it answers, when only the person saw that, too; else null.</param>
internal sealed record EphemeralTarget(long Receiver, int? Command);

/// <summary>New words for a message that only one member of a group sees.</summary>
internal sealed record EditEphemeral(long Chat, long Receiver, int Message, string Text, bool IsPlain = false) : OutgoingCall
{
    public const string Method = "editEphemeralMessageText";
}

/// <summary>New words for one of the bot's messages. Its buttons go unless new ones are given.</summary>
internal sealed record EditText(long Chat, int Message, string Text, bool IsPlain = false) : OutgoingCall
{
    public const string Method = "editMessageText";

    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>Ends the waiting sign on a pressed button.</summary>
internal sealed record AcknowledgePress(string Press) : OutgoingCall
{
    public const string Method = "answerCallbackQuery";

    /// <summary>Plain words that only the person who pressed sees, 200 characters at most; null: none.</summary>
    public string? Notice { get; init; }
}
