using BotHost.Store.Updates;
using FactChecking.Messages;

namespace BotHost.TelegramBot.Reading;

internal static class QuestionReader
{
    /// <summary>What is asked; for a press, what was asked then. Empty when the message has no words or is gone, and for a deep link.</summary>
    public static Question From(IncomingUpdate update, string? chosenLanguage) => new(WordsOf(update.Message))
    {
        ForwardedFrom = update.Message?.ForwardedFrom,
        Links = update.Message?.Links ?? [],
        ReplyLanguage = chosenLanguage,
        LanguageHint = update.ClientLanguage,
    };

    private static string WordsOf(IncomingMessage? message) =>
        message is null || DeepLink.ClaimKeyOf(message.Text) is not null ? "" : message.Text;
}
