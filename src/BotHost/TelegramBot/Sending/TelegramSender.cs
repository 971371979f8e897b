using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace BotHost.TelegramBot.Sending;

/// <summary>Makes one call.</summary>
internal sealed class TelegramSender(ITelegramBotClient client, TelegramConnection connection)
{
    // A preview would show, and so spread, the very thing that a reply is about.
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    // How long Telegram gives the same answer to the same words by itself: a correction must not wait long.
    private const int CacheSeconds = 300;

    public Task SendAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        connection.WithinLimitAsync(either => MakeAsync(call, either), cancellationToken);

    private Task MakeAsync(OutgoingCall call, CancellationToken cancellationToken) => call switch
    {
        SendText text => client.SendMessage(
            text.Chat,
            text.Text,
            ModeOf(text.IsPlain),
            ReplyTo(text.ReplyTo),
            Keyboard(text.Buttons),
            NoPreview,
            cancellationToken: cancellationToken),
        EditText text => client.EditMessageText(
            text.Chat,
            text.Message,
            text.Text,
            ModeOf(text.IsPlain),
            Keyboard(text.Buttons),
            NoPreview,
            cancellationToken: cancellationToken),
        AcknowledgePress press => client.AnswerCallbackQuery(press.Press, cancellationToken: cancellationToken),
        AnswerInline query => client.AnswerInlineQuery(
            query.Query, query.Results.Select(Article), CacheSeconds, query.IsPersonal, cancellationToken: cancellationToken),
        AnswerGuest query => client.AnswerGuestQuery(query.Query, Article(query.Result), cancellationToken),
        _ => throw new InvalidOperationException($"{call.GetType().Name} cannot be sent."),
    };

    private static InlineQueryResultArticle Article(QueryResult result) =>
        new(result.Id, result.Title, new InputTextMessageContent(result.Text) { ParseMode = ModeOf(result.IsPlain), LinkPreviewOptions = NoPreview })
        {
            Description = result.Description,
        };

    private static ParseMode ModeOf(bool isPlain) => isPlain ? ParseMode.None : ParseMode.Html;

    // The message may have been deleted meanwhile; the answer is still wanted.
    private static ReplyParameters? ReplyTo(int? message) =>
        message is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;

    private static InlineKeyboardMarkup? Keyboard(IReadOnlyList<Button> buttons) => buttons.Count == 0
        ? null
        : new InlineKeyboardMarkup(buttons.Select(button => new[] { InlineKeyboardButton.WithCallbackData(button.Label, button.Data) }));
}
