using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotHost.TelegramBot.Fairness;

/// <summary>
/// How much one chat, and one person over all chats, may ask. Kept in memory only: who asks how much is stored nowhere.
/// </summary>
internal sealed class QuestionLimits(IOptions<FairnessOptions> options) : IDisposable
{
    private const int MaxUndone = 10_000;

    private readonly PerKeyLimiter _chats = new(options.Value.Burst, options.Value.PerMinute);
    private readonly PerKeyLimiter _people = new(options.Value.Burst, options.Value.PerMinute);
    private readonly PerKeyLimiter _notices = new(1, options.Value.NoticesPerHour / 60.0);

    // What was decided of updates that are not on the disk yet: Telegram sends them again, and they must not count twice.
    private readonly ConcurrentDictionary<long, Verdict> _undone = new();

    public enum Verdict
    {
        Allowed,

        /// <summary>Too many, and the chat is to be told so.</summary>
        FirstTooMany,

        /// <summary>Too many, and the chat knows.</summary>
        TooMany,
    }

    public Verdict Judge(Update update)
    {
        if (AskerOf(update) is not var (chat, person))
            return Verdict.Allowed;
        if (_undone.Count > MaxUndone)
            _undone.Clear();
        return _undone.GetOrAdd(update.Id, _ => Judge(chat, person));
    }

    /// <summary>These are on the disk, and do not come again.</summary>
    public void Done(IEnumerable<long> updates)
    {
        foreach (var update in updates)
            _undone.TryRemove(update, out _);
    }

    public void Dispose()
    {
        _chats.Dispose();
        _people.Dispose();
        _notices.Dispose();
    }

    private Verdict Judge(long? chat, long person)
    {
        // A private chat has its person's id, and has not asked more than its person.
        if (_people.Allows(person) && (chat is null || chat == person || _chats.Allows(chat.Value)))
            return Verdict.Allowed;
        return chat is { } place && _notices.Allows(place) ? Verdict.FirstTooMany : Verdict.TooMany;
    }

    // In a group only what is meant for the bot is a question; all else is talk.
    private static (long? Chat, long Person)? AskerOf(Update update) => update switch
    {
        // All who write in the name of a chat have the same stand-in for their sender.
        { Message: { SenderChat: { } sender } message } when IsForBot(message) => (message.Chat.Id, sender.Id),
        { Message: { From: { } person } message } when IsForBot(message) => (message.Chat.Id, person.Id),
        { CallbackQuery: { } press } => (press.Message?.Chat.Id, press.From.Id),
        { InlineQuery: { } query } => (null, query.From.Id),
        { GuestMessage: { } message } when (message.GuestBotCallerUser ?? message.From) is { } person => (null, person.Id),
        _ => null,
    };

    private static bool IsForBot(Message message) =>
        message.Chat.Type == ChatType.Private
        || message.ReplyToMessage?.From is { IsBot: true }
        || (message.Entities ?? message.CaptionEntities ?? []).Any(
            entity => entity.Type is MessageEntityType.BotCommand or MessageEntityType.Mention);
}
