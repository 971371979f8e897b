using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotHost.TelegramBot.Receiving;

/// <summary>
/// Step 2 for groups: what is kept of what happens there. Only what concerns the bot is: its commands, mentions of it in a
/// reply, presses on its buttons, how it stands in the group; and forwarded posts and links, for groups that want them answered.
/// </summary>
internal static class GroupReduction
{
    /// <summary>True when the update is of a group, whether or not anything has to be done.</summary>
    public static bool Concerns(Update update) =>
        (update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat ?? update.MyChatMember?.Chat)?.Type is ChatType.Group or ChatType.Supergroup;

    /// <summary>What is kept; null when nothing has to be done.</summary>
    /// <param name="update">The update.</param>
    /// <param name="bot">The bot itself, for commands and mentions that name it.</param>
    public static IncomingUpdate? Reduce(Update update, User bot) => update switch
    {
        { Message: { MigrateToChatId: { } id } message } => Moved(update, message, new NewGroupId(message.Chat.Id, id)),
        { Message: { MigrateFromChatId: { } id } message } => Moved(update, message, new NewGroupId(id, message.Chat.Id)),
        { MyChatMember: { } member } => Standing(update, member),
        { CallbackQuery: { Data: { } data, From.IsBot: false, Message: { } asked } press } => Press(update, press, asked, data),
        { Message: { IsServiceMessage: false, ViaBot: null } message } when IsFromPerson(message) || IsFromChat(message) => Message(update, message, bot),
        _ => null,
    };

    // What is written in the name of a chat has a stand-in for its sender, which is a bot.
    private static bool IsFromChat(Message message) => message.SenderChat is not null;

    private static bool IsFromPerson(Message message) => message is { SenderChat: null, From.IsBot: false };

    private static IncomingUpdate? Message(Update update, Message message, User bot)
    {
        var text = message.Text ?? message.Caption ?? "";
        if (Command.Find(text) is { } command)
            return IsFor(bot, Command.AddresseeOf(text)) ? Asked(update, message, bot, GroupEvent.Command, command) : null;
        if ((message.ReplyToMessage is not null || message.ExternalReply is not null) && Mentions(message, bot))
            return Asked(update, message, bot, GroupEvent.Mention, null);
        // A channel's own post in its discussion group is not something that a member has brought along.
        return !message.IsAutomaticForward && (message.ForwardOrigin is not null || HasLink(message)) ? Unasked(update, message) : null;
    }

    private static bool IsFor(User bot, string? addressee) =>
        addressee is null || string.Equals(addressee, bot.Username, StringComparison.OrdinalIgnoreCase);

    private static IncomingUpdate Asked(Update update, Message message, User bot, GroupEvent kind, string? command)
    {
        var target = message.ReplyToMessage is { } asked && asked.From?.Id != bot.Id && !asked.IsServiceMessage ? asked : null;
        var group = new IncomingGroup(kind)
        {
            Command = command,
            Asking = message.Id,
            EphemeralCommand = message.EphemeralMessageId,
            Asker = kind == GroupEvent.Command && IsFromPerson(message) ? message.From?.Id : null,
            IsAnonymousAdministrator = message.SenderChat?.Id == message.Chat.Id,
            Topic = TopicOf(message),
            Quote = target is null && message.ExternalReply is null ? null : message.Quote?.Text,
            IsOutOfSight = message.ExternalReply is not null && message.Quote is null,
        };
        return InGroup(update, message.Chat.Id, group, IsFromPerson(message) ? message.From?.LanguageCode : null) with
        {
            Message = target is not null ? UpdateReduction.Reduce(target)
                : command is null ? new IncomingMessage(message.Id, ContentKind.Text, "")
                : new IncomingMessage(message.Id, ContentKind.Text, Command.ArgumentOf(message.Text ?? message.Caption ?? "")),
        };
    }

    private static IncomingUpdate Unasked(Update update, Message message) =>
        InGroup(update, message.Chat.Id, new IncomingGroup(GroupEvent.Unasked) { Topic = TopicOf(message) }, null) with
        {
            Message = UpdateReduction.Reduce(message),
        };

    private static IncomingUpdate Press(Update update, CallbackQuery press, Message asked, string data) =>
        InGroup(
            update,
            asked.Chat.Id,
            new IncomingGroup(GroupEvent.Press) { Asker = press.From.Id, Topic = TopicOf(asked) },
            press.From.LanguageCode) with
        {
            Message = asked.ReplyToMessage is { } question ? UpdateReduction.Reduce(question) : null,
            Press = new ButtonPress(press.Id, asked.Id, data) { EphemeralMessage = asked.EphemeralMessageId },
        };

    private static IncomingUpdate? Standing(Update update, ChatMemberUpdated member)
    {
        var change = new StandingChange(StandingOf(member.OldChatMember), StandingOf(member.NewChatMember));
        return change.From == change.To
            ? null
            : InGroup(update, member.Chat.Id, new IncomingGroup(GroupEvent.Standing) { Standing = change }, member.From.LanguageCode);
    }

    internal static GroupStanding StandingOf(ChatMember member) => member switch
    {
        { IsAdmin: true } => GroupStanding.Administrator,
        ChatMemberRestricted { IsMember: true, CanSendMessages: false } => GroupStanding.Muted,
        { IsInChat: true } => GroupStanding.Member,
        _ => GroupStanding.Absent,
    };

    private static IncomingUpdate Moved(Update update, Message message, NewGroupId id) =>
        InGroup(update, message.Chat.Id, new IncomingGroup(GroupEvent.NewId) { NewId = id }, null);

    private static IncomingUpdate InGroup(Update update, long chat, IncomingGroup group, string? language) =>
        new(update.Id, chat) { ChatKind = ChatKind.Group, Group = group, ClientLanguage = language };

    // Replies of an ordinary group have a thread as well, in which nothing can be posted.
    private static int? TopicOf(Message message) => message.IsTopicMessage ? message.MessageThreadId : null;

    private static bool Mentions(Message message, User bot)
    {
        var text = message.Text ?? message.Caption ?? "";
        return EntitiesOf(message).Any(entity => entity switch
        {
            { Type: MessageEntityType.TextMention } => entity.User?.Id == bot.Id,
            { Type: MessageEntityType.Mention } => string.Equals(
                text.Substring(entity.Offset, entity.Length), $"@{bot.Username}", StringComparison.OrdinalIgnoreCase),
            _ => false,
        });
    }

    private static bool HasLink(Message message) =>
        EntitiesOf(message).Any(entity => entity.Type is MessageEntityType.Url or MessageEntityType.TextLink);

    private static IEnumerable<MessageEntity> EntitiesOf(Message message) => message.Entities ?? message.CaptionEntities ?? [];
}
