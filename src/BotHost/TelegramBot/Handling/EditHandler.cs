using BotHost.Store.Chats;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using FactChecking;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: an edited message is checked anew, and the answer to it edited. One without an answer is left alone.</summary>
internal sealed class EditHandler(FactChecker checker, AnswerStore answers, ChatStore chats, ReplyCalls replies)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, IncomingMessage message, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(update.Chat, message.Id) is null)
            return [];

        var question = QuestionReader.From(update, chats.FindLanguage(update.Chat));
        var answer = await checker.CheckAsync(question, cancellationToken);
        return [replies.ToEdit(update.Chat, message, answer)];
    }
}
