using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Languages;
using FactChecking.Messages;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: /start with the key of a claim is answered with that claim.</summary>
internal sealed class DeepLinkHandler(FactChecker checker, ChatStore chats, TypingIndicator typing, ReplyCalls replies)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, IncomingMessage message, string claimKey, CancellationToken cancellationToken)
    {
        var chosen = chats.FindLanguage(update.Chat);
        // The message holds no words to tell the language by.
        var question = new Question("") { ReplyLanguage = chosen ?? ReplyLanguages.FromTag(update.ClientLanguage) ?? ReplyLanguages.English };
        var answer = await typing.WhileAsync(update.Chat, () => checker.AnswerPickedAsync(question, claimKey, cancellationToken));
        return answer is null
            ? [new SendText(update.Chat, message.Id, BotTexts.For(chosen, update.ClientLanguage).Start)]
            : [replies.ToMessage(update.Chat, message, answer)];
    }
}
