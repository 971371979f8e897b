using BotHost.Store.Chats;
using BotHost.Store.Outgoing;
using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Answers;
using FactChecking.Matching;

namespace BotHost.TelegramBot.Handling;

/// <summary>An answer as a message: its words, the buttons under it, and what is remembered of it.</summary>
internal sealed class ReplyCalls(MatchExplainer explainer)
{
    public SendText ToMessage(long chat, IncomingMessage message, Answer answer) =>
        new(chat, message.Id, TextOf(message, answer))
        {
            Buttons = ButtonsOf(answer),
            Note = NoteOf(chat, message, answer),
            Counted = CountedAnswer.Of(AnswerPlace.Private, answer),
        };

    /// <summary>The answer in the place of an earlier one to the same message.</summary>
    public EditText ToEdit(long chat, IncomingMessage message, Answer answer) =>
        new(chat, 0, TextOf(message, answer))
        {
            Question = message.Id,
            Buttons = ButtonsOf(answer),
            Note = NoteOf(chat, message, answer),
        };

    /// <summary>The answer in the place of what the pressed button sat under.</summary>
    /// <param name="update">The press.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="message">The bot's message.</param>
    public EditText InPlace(IncomingUpdate update, Answer answer, int message) =>
        new(update.Chat, message, answer.Text)
        {
            Buttons = ButtonsOf(answer),
            Note = (update.Message is { } asked ? NoteOf(update.Chat, asked, answer) : NoteOf(update.Chat, answer)) with { Message = message },
            Counted = CountedAnswer.ToPress(AnswerPlace.Private, answer),
        };

    /// <summary>The buttons of an answer from a claim once it has been said what it is worth.</summary>
    public static IReadOnlyList<Button> DetailButtons(string key, string language, bool hasOrigin, PrivateTexts texts)
    {
        var sources = Button.More(ClaimDetail.Sources, key, language, texts.Sources);
        return hasOrigin ? [Button.More(ClaimDetail.Origin, key, language, texts.WhereFrom), sources with { Beside = true }] : [sources];
    }

    private static string TextOf(IncomingMessage message, Answer answer)
    {
        // A false picture with harmless words under it would else seem to be checked. Where there are no words, the answer
        // says so itself.
        var isHalfRead = message.Content == ContentKind.Media && answer.Decision != Decision.NothingToCheck;
        return isHalfRead ? $"{answer.Text}\n\n{BotTexts.In(answer.Language).MediaNotRead}" : answer.Text;
    }

    /// <summary>What is remembered of an answer that follows no message at hand.</summary>
    public static AnswerNote NoteOf(long chat, Answer answer) => new(chat, null, answer.Language)
    {
        Claim = answer.Decision == Decision.Answer ? answer.Claims[0] : null,
        Fingerprint = answer.Fingerprint,
    };

    private AnswerNote NoteOf(long chat, IncomingMessage message, Answer answer) => NoteOf(chat, answer) with
    {
        Question = message.Id,
        Reasons = answer.Match is { } match ? MatchReasons.Of(explainer.Explain(message.Text, match.Match, match.Generation)).ToJson() : null,
    };

    /// <summary>The buttons that belong under an answer.</summary>
    public static IReadOnlyList<Button> ButtonsOf(Answer answer)
    {
        var texts = PrivateTexts.In(answer.Language);
        return answer switch
        {
            { Decision: Decision.Ask } =>
            [
                .. answer.Candidates.Select(candidate => Button.Pick(candidate.Key, candidate.Label)),
                Button.NoneOfThese(BotTexts.In(answer.Language).NoneOfThese),
            ],
            { Key: { } key } =>
            [
                Button.Feedback(FeedbackKind.Helpful, key, answer.Language, texts.Helpful),
                Button.Feedback(FeedbackKind.NotHelpful, key, answer.Language, texts.NotHelpful) with { Beside = true },
                Button.Feedback(FeedbackKind.WrongMatch, key, answer.Language, texts.WrongMatch),
                .. DetailButtons(key, answer.Language, answer.Origin.Chains.Count > 0, texts),
            ],
            { Decision: Decision.None } => [SubmissionButton.Create(SubmissionStep.Offer, answer.Language, texts.PassOn)],
            _ => [],
        };
    }
}
