using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Answers;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: a press on a button under an answer from a claim. The data says which claim, so it works for ever.</summary>
internal sealed class ClaimButtonHandler(
    FactChecker checker, ClaimDetails details, FeedbackStore feedback, ChatStore chats, TypingIndicator typing, ReplyCalls replies)
{
    public static bool IsFor(ButtonPress press) => Button.ReadFeedback(press.Data) is not null || Button.ReadMore(press.Data) is not null;

    public Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update, ButtonPress press, CancellationToken cancellationToken) =>
        Button.ReadFeedback(press.Data) is { } said
            ? HandleFeedbackAsync(update, press, said, cancellationToken)
            : HandleMoreAsync(update, press, Button.ReadMore(press.Data)!, cancellationToken); // it is one of the two

    private async Task<IReadOnlyList<OutgoingCall>> HandleFeedbackAsync(
        IncomingUpdate update, ButtonPress press, ClaimPress<FeedbackKind> said, CancellationToken cancellationToken)
    {
        var texts = PrivateTexts.In(said.Language);
        if (details.FindClaim(said.Key) is not { } claim)
            return Gone(press, texts);

        // A press that is handled anew, after trouble with the reply, counts twice; the counts only help to sort.
        await feedback.CountAsync(claim.Id, said.Language, said.What);
        var question = QuestionReader.From(update, chats.FindLanguage(update.Chat) ?? said.Language);
        // Where it is not at hand any more what was asked, nothing else can be looked for.
        if (said.What != FeedbackKind.WrongMatch || question is { Text: "", Links.Count: 0, ForwardedFrom: null })
        {
            return
            [
                new AcknowledgePress(press.Id, texts.Thanks),
                new EditButtons(update.Chat, press.Message) { Buttons = ReplyCalls.DetailButtons(said.Key, said.Language, claim.HasOrigin, texts) },
            ];
        }

        var answer = await typing.WhileAsync(update.Chat, () => checker.AskForOtherAsync(question, said.Key, cancellationToken));
        return [new AcknowledgePress(press.Id, texts.Thanks), replies.InPlace(update, answer, press.Message)];
    }

    private async Task<IReadOnlyList<OutgoingCall>> HandleMoreAsync(
        IncomingUpdate update, ButtonPress press, ClaimPress<ClaimDetail> asked, CancellationToken cancellationToken)
    {
        if (asked.What == ClaimDetail.Sources)
        {
            return await details.FindSourcesAsync(asked.Key, asked.Language, cancellationToken) is { } sources
                ? [new AcknowledgePress(press.Id), new SendText(update.Chat, press.Message, sources)]
                : Gone(press, PrivateTexts.In(asked.Language));
        }

        return await details.FindOriginAsync(asked.Key, asked.Language, cancellationToken) switch
        {
            null => Gone(press, PrivateTexts.In(asked.Language)),
            { Picture: { } picture } origin =>
            [
                new AcknowledgePress(press.Id),
                new SendText(update.Chat, press.Message, origin.Text),
                new SendPicture(update.Chat, press.Message, picture.Png, picture.Description),
            ],
            var origin => [new AcknowledgePress(press.Id), new SendText(update.Chat, press.Message, origin.Text)],
        };
    }

    private static IReadOnlyList<OutgoingCall> Gone(ButtonPress press, PrivateTexts texts) => [new AcknowledgePress(press.Id, texts.ClaimGone)];
}
