using System.Text.Json;
using System.Text.Json.Serialization;
using BotHost.Store.Outgoing;
using BotHost.Store.Statistics;
using FactChecking.Foundation;

namespace BotHost.TelegramBot.Sending;

/// <summary>A call of the Bot API that a handler wants made. It is kept in the outbox until Telegram has taken it.</summary>
internal abstract record OutgoingCall
{
    /// <summary>What is to be remembered of the answer that it brings; kept beside the call, not in it.</summary>
    [JsonIgnore]
    public AnswerNote? Note { get; init; }

    /// <summary>What is counted of the answer that it brings; null: nothing.</summary>
    [JsonIgnore]
    public CountedAnswer? Counted { get; init; }

    public OutboxDraft ToDraft() => WithoutNote() with { Call = this, Note = Note, Counted = Counted };

    private OutboxDraft WithoutNote() => this switch
    {
        SendPicture call => new OutboxDraft(SendPicture.Method, Write(call)),
        EditButtons call => new OutboxDraft(EditButtons.Method, Write(call)),
        SendText call => new OutboxDraft(SendText.Method, Write(call)),
        EditText call => new OutboxDraft(EditText.Method, Write(call)),
        EditEphemeral call => new OutboxDraft(EditEphemeral.Method, Write(call)),
        AcknowledgePress call => new OutboxDraft(AcknowledgePress.Method, Write(call)),
        AnswerInline call => new OutboxDraft(AnswerInline.Method, Write(call)),
        AnswerGuest call => new OutboxDraft(AnswerGuest.Method, Write(call)),
        _ => throw new InvalidOperationException($"{GetType().Name} has no method."),
    };

    /// <summary>Telegram's limits on messages hold for it; answers to presses have none.</summary>
    [JsonIgnore]
    public bool IsLimited => this is not (AcknowledgePress or AnswerInline);

    /// <summary>The call to be made; null when it is in a form of another version of the program.</summary>
    public static OutgoingCall? Of(OutboxItem item) => item.Call as OutgoingCall ?? Read(item.Method, item.Payload ?? "");

    /// <summary>The stored call; null when it is in a form of another version of the program.</summary>
    public static OutgoingCall? Read(string method, string payload)
    {
        try
        {
            return method switch
            {
                SendText.Method => Read<SendText>(payload),
                SendPicture.Method => Read<SendPicture>(payload),
                EditButtons.Method => Read<EditButtons>(payload),
                EditText.Method => Read<EditText>(payload),
                EditEphemeral.Method => Read<EditEphemeral>(payload),
                AcknowledgePress.Method => Read<AcknowledgePress>(payload),
                AnswerInline.Method => Read<AnswerInline>(payload),
                AnswerGuest.Method => Read<AnswerGuest>(payload),
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
        AnswerInline call when call.Results.Any(result => !result.IsPlain) => call with { Results = [.. call.Results.Select(result => result.AsPlain())] },
        AnswerGuest { Result.IsPlain: false } call => call with { Result = call.Result.AsPlain() },
        _ => null,
    };

    private static string Write<T>(T call) => JsonSerializer.Serialize(call, FactCheckingJson.Stored);

    private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, FactCheckingJson.Stored);
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

    /// <summary>What is to be remembered if that is sent; null where nothing is.</summary>
    public AnswerNote? OtherwiseNote { get; init; }
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

    /// <summary>The message whose answer is edited, where that has no number yet; null: the message given.</summary>
    public int? Question { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>Other buttons under one of the bot's messages.</summary>
internal sealed record EditButtons(long Chat, int Message) : OutgoingCall
{
    public const string Method = "editMessageReplyMarkup";

    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>A picture, with plain words under it that say what it shows.</summary>
internal sealed record SendPicture(long Chat, int? ReplyTo, byte[] Png, string Caption) : OutgoingCall
{
    public const string Method = "sendPhoto";
}

/// <summary>
/// Ends the waiting sign on a pressed button, and shows <paramref name="Text"/>, if any: plain words, 200 characters at most.
/// </summary>
internal sealed record AcknowledgePress(string Press, string? Text = null) : OutgoingCall
{
    public const string Method = "answerCallbackQuery";

    /// <summary>True: the words stay until the person who pressed has read them. False: they are shown for a moment.</summary>
    public bool Stays { get; init; }
}
