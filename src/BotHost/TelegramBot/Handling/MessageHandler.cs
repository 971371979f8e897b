using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using FactChecking;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: a message is checked and answered.</summary>
internal sealed class MessageHandler(FactChecker checker, ChatStore chats, TypingIndicator typing, ReplyCalls replies)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, IncomingMessage message, CancellationToken cancellationToken)
    {
        var question = QuestionReader.From(update, chats.FindLanguage(update.Chat));
        var answer = await typing.WhileAsync(update.Chat, () => checker.CheckAsync(question, cancellationToken));
        return [replies.ToMessage(update.Chat, message, answer)];
    }
}
