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
        AcknowledgePress call => new OutboxDraft(AcknowledgePress.Method, Write(call)),
        AnswerInline call => new OutboxDraft(AnswerInline.Method, Write(call)),
        AnswerGuest call => new OutboxDraft(AnswerGuest.Method, Write(call)),
        _ => throw new InvalidOperationException($"{GetType().Name} has no method."),
    };

    /// <summary>Telegram's limits on messages hold for it; answers to presses have none.</summary>
    public bool IsLimited => this is not (AcknowledgePress or AnswerInline);

    /// <summary>The stored call; null when it is in a form of another version of the program.</summary>
    public static OutgoingCall? Read(OutboxItem item)
    {
        try
        {
            return item.Method switch
            {
                SendText.Method => Read<SendText>(item.Payload),
                EditText.Method => Read<EditText>(item.Payload),
                AcknowledgePress.Method => Read<AcknowledgePress>(item.Payload),
                AnswerInline.Method => Read<AnswerInline>(item.Payload),
                AnswerGuest.Method => Read<AnswerGuest>(item.Payload),
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
        AnswerInline call when call.Results.Any(result => !result.IsPlain) => call with { Results = [.. call.Results.Select(result => result.AsPlain())] },
        AnswerGuest { Result.IsPlain: false } call => call with { Result = call.Result.AsPlain() },
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

    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>Ends the waiting sign on a pressed button.</summary>
internal sealed record AcknowledgePress(string Press) : OutgoingCall
{
    public const string Method = "answerCallbackQuery";
}
