using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Answers;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Handling;

/// <summary>An answer as a message: its words, and buttons where it asks.</summary>
internal static class Replies
{
    public static SendText ToMessage(long chat, IncomingMessage message, Answer answer)
    {
        var texts = BotTexts.In(answer.Language);
        // A false picture with harmless words under it would else seem to be checked. Where there are no words, the answer
        // says so itself.
        var isHalfRead = message.Content == ContentKind.Media && answer.Decision != Decision.NothingToCheck;
        var text = isHalfRead ? $"{answer.Text}\n\n{texts.MediaNotRead}" : answer.Text;
        return new SendText(chat, message.Id, text) { Buttons = ButtonsOf(answer, texts) };
    }

    private static IReadOnlyList<Button> ButtonsOf(Answer answer, BotTexts texts) => answer.Decision != Decision.Ask
        ? []
        :
        [
            .. answer.Candidates.Select(candidate => Button.Pick(candidate.Key, candidate.Label)),
            Button.NoneOfThese(texts.NoneOfThese),
        ];
}
