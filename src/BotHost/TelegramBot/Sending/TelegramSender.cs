using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace BotHost.TelegramBot.Sending;

/// <summary>Makes one call.</summary>
internal sealed class TelegramSender(ITelegramBotClient client, TelegramConnection connection)
{
    // A preview would show, and so spread, the very thing that a reply is about.
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    public Task SendAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        connection.WithinLimitAsync(either => MakeAsync(call, either), cancellationToken);

    private Task MakeAsync(OutgoingCall call, CancellationToken cancellationToken) => call switch
    {
        SendText text => client.SendMessage(
            text.Chat,
            text.Text,
            ModeOf(text.IsPlain),
            ReplyTo(text),
            Keyboard(text.Buttons),
            NoPreview,
            messageThreadId: text.Topic,
            disableNotification: text.IsSilent,
            ephemeralMessageParameters: text.OnlyFor is { } only ? new EphemeralMessageParameters { ReceiverUserId = only.Receiver } : null,
            cancellationToken: cancellationToken),
        EditEphemeral text => client.EditEphemeralMessageText(
            text.Chat,
            text.Receiver,
            text.Message,
            text.Text,
            ModeOf(text.IsPlain),
            linkPreviewOptions: NoPreview,
            cancellationToken: cancellationToken),
        EditText text => client.EditMessageText(
            text.Chat,
            text.Message,
            text.Text,
            ModeOf(text.IsPlain),
            Keyboard(text.Buttons),
            NoPreview,
            cancellationToken: cancellationToken),
        AcknowledgePress press => client.AnswerCallbackQuery(
            press.Press, press.Notice, showAlert: press.Notice is not null, cancellationToken: cancellationToken),
        _ => throw new InvalidOperationException($"{call.GetType().Name} cannot be sent."),
    };

    private static ParseMode ModeOf(bool isPlain) => isPlain ? ParseMode.None : ParseMode.Html;

    // The message may have been deleted meanwhile; the answer is still wanted.
    private static ReplyParameters? ReplyTo(SendText text) => text switch
    {
        { OnlyFor.Command: { } command } => new ReplyParameters { EphemeralMessageId = command },
        { ReplyTo: { } message } => new ReplyParameters { MessageId = message, AllowSendingWithoutReply = true },
        _ => null,
    };

    private static InlineKeyboardMarkup? Keyboard(IReadOnlyList<Button> buttons) => buttons.Count == 0
        ? null
        : new InlineKeyboardMarkup(buttons.Select(button => new[]
        {
            button.Url is { } url ? InlineKeyboardButton.WithUrl(button.Label, url) : InlineKeyboardButton.WithCallbackData(button.Label, button.Data),
        }));
}
