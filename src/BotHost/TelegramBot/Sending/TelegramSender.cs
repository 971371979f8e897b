using BotHost.Store.Outgoing;
using BotHost.TelegramBot.Connection;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace BotHost.TelegramBot.Sending;

/// <summary>Makes one call.</summary>
internal sealed class TelegramSender(ITelegramBotClient client, TelegramConnection connection, AnswerStore answers)
{
    // A preview would show, and so spread, the very thing that a reply is about.
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    // How long Telegram gives the same answer to the same words by itself: a correction must not wait long.
    private const int CacheSeconds = 300;

    /// <summary>Makes the call, and says which message it brought; null when it brought none.</summary>
    public Task<int?> SendAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        connection.WithinAsync(TelegramConnection.CallLimit, either => MakeAsync(call, either), cancellationToken);

    private async Task<int?> MakeAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case SendText text:
                return (await SendAsync(text, cancellationToken)).Id;
            case SendPicture picture:
                return (await SendAsync(picture, cancellationToken)).Id;
            case EditText text:
                await EditAsync(text, cancellationToken);
                return null;
            case EditEphemeral text:
                await client.EditEphemeralMessageText(
                    text.Chat,
                    text.Receiver,
                    text.Message,
                    text.Text,
                    ModeOf(text.IsPlain),
                    linkPreviewOptions: NoPreview,
                    cancellationToken: cancellationToken);
                return null;
            case EditButtons buttons:
                await client.EditMessageReplyMarkup(buttons.Chat, buttons.Message, Keyboard(buttons.Buttons), cancellationToken: cancellationToken);
                return null;
            case AcknowledgePress press:
                await client.AnswerCallbackQuery(press.Press, press.Text, press.Stays, cancellationToken: cancellationToken);
                return null;
            case AnswerInline query:
                await client.AnswerInlineQuery(query.Query, query.Results.Select(Article), CacheSeconds, query.IsPersonal, cancellationToken: cancellationToken);
                return null;
            case AnswerGuest query:
                await client.AnswerGuestQuery(query.Query, Article(query.Result), cancellationToken);
                return null;
            default:
                throw new InvalidOperationException($"{call.GetType().Name} cannot be sent.");
        }
    }

    private Task<Message> SendAsync(SendText text, CancellationToken cancellationToken) => client.SendMessage(
        text.Chat,
        text.Text,
        ModeOf(text.IsPlain),
        ReplyTo(text),
        Keyboard(text.Buttons),
        NoPreview,
        messageThreadId: text.Topic,
        disableNotification: text.IsSilent,
        ephemeralMessageParameters: text.OnlyFor is { } only ? new EphemeralMessageParameters { ReceiverUserId = only.Receiver } : null,
        cancellationToken: cancellationToken);

    private async Task<Message> SendAsync(SendPicture picture, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(picture.Png, writable: false);
        return await client.SendPhoto(
            picture.Chat,
            InputFile.FromStream(content, "trail.png"),
            picture.Caption,
            replyParameters: ReplyTo(picture.ReplyTo),
            cancellationToken: cancellationToken);
    }

    private async Task EditAsync(EditText text, CancellationToken cancellationToken)
    {
        // An answer that was still on its way when the edit was decided on has its number by now, as one chat goes in order.
        var message = text.Question is { } question
            ? (int?)(await answers.FindAsync(text.Chat, question))?.Message
            : text.Message;
        if (message is null)
            return;
        await client.EditMessageText(
            text.Chat,
            message.Value,
            text.Text,
            ModeOf(text.IsPlain),
            Keyboard(text.Buttons),
            NoPreview,
            cancellationToken: cancellationToken);
    }

    private static InlineQueryResultArticle Article(QueryResult result) =>
        new(result.Id, result.Title, new InputTextMessageContent(result.Text) { ParseMode = ModeOf(result.IsPlain), LinkPreviewOptions = NoPreview })
        {
            Description = result.Description,
        };

    private static ParseMode ModeOf(bool isPlain) => isPlain ? ParseMode.None : ParseMode.Html;

    // The message may have been deleted meanwhile; the answer is still wanted.
    private static ReplyParameters? ReplyTo(int? message) =>
        message is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;

    private static ReplyParameters? ReplyTo(SendText text) =>
        text.OnlyFor?.Command is { } command ? new ReplyParameters { EphemeralMessageId = command } : ReplyTo(text.ReplyTo);

    private static InlineKeyboardMarkup? Keyboard(IReadOnlyList<Button> buttons)
    {
        var rows = new List<List<InlineKeyboardButton>>();
        foreach (var button in buttons)
        {
            if (!button.Beside || rows.Count == 0)
                rows.Add([]);
            rows[^1].Add(button.Url is { } url ? InlineKeyboardButton.WithUrl(button.Label, url) : InlineKeyboardButton.WithCallbackData(button.Label, button.Data));
        }

        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }
}
