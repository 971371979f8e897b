using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Intake;
using FactChecking.Variants;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: a press turns the message that the button sits on into the answer.</summary>
internal sealed class ButtonHandler(FactChecker checker, VariantProposer proposer, ChatStore chats, Typing typing)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, ButtonPress press, CancellationToken cancellationToken)
    {
        var chosen = await chats.FindLanguageAsync(update.Chat);
        var text = await TextAfterAsync(update, press.Data, chosen, cancellationToken);
        return [new AcknowledgePress(press.Id), new EditText(update.Chat, press.Message, text)];
    }

    private async Task<string> TextAfterAsync(
        IncomingUpdate update, string data, string? chosen, CancellationToken cancellationToken)
    {
        if (Button.TryGetLanguage(data, out var language))
            return await ChooseLanguageAsync(update, language);

        var question = Questions.From(update, chosen);
        if (Button.IsNoneOfThese(data))
            return (await typing.WhileAsync(update.Chat, () => checker.AnswerNoneOfTheseAsync(question, cancellationToken))).Text;

        var answer = Button.PickedKey(data) is { } key
            ? await typing.WhileAsync(update.Chat, () => checker.AnswerPickedAsync(question, key, cancellationToken))
            : null;
        if (answer is null)
            return BotTexts.For(chosen, update.ClientLanguage).ChoiceGone;

        // A press that is handled anew, after trouble with the reply, counts twice; the count only helps to sort.
        await proposer.ProposeAsync(question, answer.Claims[0]);
        return answer.Text;
    }

    private async Task<string> ChooseLanguageAsync(IncomingUpdate update, string? language)
    {
        await chats.ChooseLanguageAsync(update.Chat, language);
        var texts = BotTexts.For(language, update.ClientLanguage);
        return language is null ? texts.LanguageAutomatic : texts.LanguageChosen;
    }
}
