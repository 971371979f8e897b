using BotHost.Store.Updates;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotHost.TelegramBot.Receiving;

/// <summary>
/// Step 2: from what Telegram sent to what is kept. Names, user names, ids of persons and every origin but a public channel
/// end here. Null means that nothing has to be done, and so nothing is kept.
/// </summary>
internal static class UpdateReduction
{
    public static IncomingUpdate? Reduce(Update update) => update switch
    {
        { Message: { Chat.Type: ChatType.Private, IsServiceMessage: false } message } when IsFromPerson(message.From) =>
            new IncomingUpdate(update.Id, message.Chat.Id)
            {
                ClientLanguage = message.From?.LanguageCode,
                Message = Reduce(message),
                Part = message.MediaGroupId is { } album ? $"album:{album}" : message.ForwardOrigin is not null ? "forwarded" : null,
            },
        { EditedMessage: { Chat.Type: ChatType.Private, IsServiceMessage: false } message } when IsFromPerson(message.From) =>
            new IncomingUpdate(update.Id, message.Chat.Id)
            {
                ClientLanguage = message.From?.LanguageCode,
                Message = Reduce(message),
                Edited = true,
            },
        { CallbackQuery: { Data: { } data, Message: { Chat.Type: ChatType.Private } asked } press } when IsFromPerson(press.From) =>
            new IncomingUpdate(update.Id, asked.Chat.Id)
            {
                ClientLanguage = press.From.LanguageCode,
                Message = asked.ReplyToMessage is { } question ? Reduce(question) : null,
                Press = new ButtonPress(press.Id, asked.Id, data),
            },
        { MyChatMember: { Chat.Type: ChatType.Private, NewChatMember.Status: ChatMemberStatus.Kicked } member } =>
            new IncomingUpdate(update.Id, member.Chat.Id) { Blocked = true },
        { InlineQuery: { } query } when IsFromPerson(query.From) =>
            new IncomingUpdate(update.Id, 0)
            {
                ClientLanguage = query.From.LanguageCode,
                Inline = new InlineQuestion(query.Id, query.Query),
            },
        { GuestMessage: { GuestQueryId: { } query } message } when IsFromPerson(message.GuestBotCallerUser ?? message.From) =>
            new IncomingUpdate(update.Id, 0)
            {
                ClientLanguage = (message.GuestBotCallerUser ?? message.From)?.LanguageCode,
                Guest = query,
                Message = GuestQuestion.Of(Reduce(message), message.ReplyToMessage is { } asked ? Reduce(asked) : null),
            },
        _ => null,
    };

    // Bots can write to bots; two that answer each other would never stop.
    private static bool IsFromPerson(User? sender) => sender is not { IsBot: true };

    internal static IncomingMessage Reduce(Message message) =>
        new(message.Id, ContentOf(message), message.Text ?? message.Caption ?? message.Poll?.Question ?? "")
        {
            Links = [.. HiddenLinks(message).Distinct()],
            ForwardedFrom = message.ForwardOrigin is MessageOriginChannel { Chat.Username: { Length: > 0 } channel } origin
                ? $"@{channel}/{origin.MessageId}"
                : null,
        };

    private static IEnumerable<string> HiddenLinks(Message message)
    {
        foreach (var entity in message.Entities ?? message.CaptionEntities ?? [])
        {
            if (entity is { Type: MessageEntityType.TextLink, Url: { } url })
                yield return url;
        }

        foreach (var button in message.ReplyMarkup?.InlineKeyboard.SelectMany(row => row) ?? [])
        {
            if (button is { Url: { } url })
                yield return url;
        }
    }

    private static ContentKind ContentOf(Message message) => message.Type switch
    {
        MessageType.Text => ContentKind.Text,
        MessageType.Photo or MessageType.Video or MessageType.VideoNote or MessageType.Animation or MessageType.Audio
            or MessageType.Voice or MessageType.Document or MessageType.Story or MessageType.PaidMedia
            or MessageType.LivePhoto => ContentKind.Media,
        MessageType.Sticker => ContentKind.Sticker,
        _ => ContentKind.Other,
    };
}
