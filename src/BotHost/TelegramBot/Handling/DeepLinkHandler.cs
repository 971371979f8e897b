using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Intake;
using FactChecking.Messages;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: /start with the key of a claim is answered with that claim.</summary>
internal sealed class DeepLinkHandler(FactChecker checker, ChatStore chats, Typing typing)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update, string claimKey, CancellationToken cancellationToken)
    {
        var chosen = await chats.FindLanguageAsync(update.Chat);
        // The message holds no words to tell the language by.
        var question = new Question("") { ReplyLanguage = chosen ?? Languages.FromTag(update.ClientLanguage) ?? Languages.English };
        var answer = await typing.WhileAsync(update.Chat, () => checker.AnswerPickedAsync(question, claimKey, cancellationToken));
        return [new SendText(update.Chat, update.Message?.Id, answer?.Text ?? BotTexts.For(chosen, update.ClientLanguage).Start)];
    }
}
