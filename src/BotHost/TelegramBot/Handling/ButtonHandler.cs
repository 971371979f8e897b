using BotHost.Store.Chats;
using BotHost.Store.Proposals;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Answers;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: a press turns the message that the button sits on into the answer.</summary>
internal sealed class ButtonHandler(FactChecker checker, VariantProposer proposer, ChatStore chats, TypingIndicator typing, ReplyCalls replies)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, ButtonPress press, CancellationToken cancellationToken)
    {
        var chosen = chats.FindLanguage(update.Chat);
        if (Button.TryGetLanguage(press.Data, out var language))
            return [new AcknowledgePress(press.Id), new EditText(update.Chat, press.Message, await ChooseLanguageAsync(update, language))];

        return await AnswerAfterAsync(update, press.Data, chosen, cancellationToken) is { } answer
            ? [new AcknowledgePress(press.Id), replies.InPlace(update, answer, press.Message)]
            : [new AcknowledgePress(press.Id), new EditText(update.Chat, press.Message, BotTexts.For(chosen, update.ClientLanguage).ChoiceGone)];
    }

    private async Task<Answer?> AnswerAfterAsync(
        IncomingUpdate update, string data, string? chosen, CancellationToken cancellationToken)
    {
        var question = QuestionReader.From(update, chosen);
        if (Button.IsNoneOfThese(data))
            return await typing.WhileAsync(update.Chat, () => checker.AnswerNoneOfTheseAsync(question, cancellationToken));

        var answer = Button.PickedKey(data) is { } key
            ? await typing.WhileAsync(update.Chat, () => checker.AnswerPickedAsync(question, key, cancellationToken))
            : null;
        // A press that is handled anew, after trouble with the reply, counts twice; the count only helps to sort.
        if (answer is not null)
            await proposer.ProposeAsync(question, answer.Claims[0]);
        return answer;
    }

    private async Task<string> ChooseLanguageAsync(IncomingUpdate update, string? language)
    {
        await chats.ChooseLanguageAsync(update.Chat, language);
        var texts = BotTexts.For(language, update.ClientLanguage);
        return language is null ? texts.LanguageAutomatic : texts.LanguageChosen;
    }
}
