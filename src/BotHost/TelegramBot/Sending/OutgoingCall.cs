using System.Text.Json;
using System.Text.Json.Serialization;
using FactChecking;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Sending;

/// <summary>A call of the Bot API that a handler wants made. It is kept in the outbox until Telegram has taken it.</summary>
internal abstract record OutgoingCall
{
    /// <summary>What is to be remembered of the answer that it brings; kept beside the call, not in it.</summary>
    [JsonIgnore]
    public AnswerNote? Note { get; init; }

    public OutboxDraft ToDraft() => WithoutNote() with { Note = Note };

    private OutboxDraft WithoutNote() => this switch
    {
        SendPicture call => new OutboxDraft(SendPicture.Method, Write(call)),
        EditButtons call => new OutboxDraft(EditButtons.Method, Write(call)),
        SendText call => new OutboxDraft(SendText.Method, Write(call)),
        EditText call => new OutboxDraft(EditText.Method, Write(call)),
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
                SendPicture.Method => Read<SendPicture>(item.Payload),
                EditButtons.Method => Read<EditButtons>(item.Payload),
                EditText.Method => Read<EditText>(item.Payload),
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

/// <summary>Ends the waiting sign on a pressed button, and shows these plain words, if any, for a moment.</summary>
internal sealed record AcknowledgePress(string Press, string? Text = null) : OutgoingCall
{
    public const string Method = "answerCallbackQuery";
}
