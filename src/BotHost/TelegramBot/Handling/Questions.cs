using FactChecking.Intake;
using FactChecking.Messages;

namespace BotHost.TelegramBot.Handling;

internal static class Questions
{
    /// <summary>What is asked; for a press, what was asked then. Empty when the message has no words or is gone.</summary>
    public static Question From(IncomingUpdate update, string? chosenLanguage) => new(update.Message?.Text ?? "")
    {
        ForwardedFrom = update.Message?.ForwardedFrom,
        Links = update.Message?.Links ?? [],
        ReplyLanguage = chosenLanguage,
        LanguageHint = update.ClientLanguage,
    };
}
