using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Messages;

namespace BotHost.TelegramBot.Handling;

/// <summary>
/// Step 5: what is typed after the bot's name is answered from the records alone. Telegram forgets the question after 30
/// seconds, and asks anew with every letter: no model is waited for.
/// </summary>
internal sealed class InlineHandler(FactChecker checker)
{
    private const int MaxResults = 5;

    private const string HelpId = "help";

    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update, InlineQuestion query, CancellationToken cancellationToken)
    {
        // The text alone mostly says its language; then everyone who types it may be shown the same.
        var language = ReplyLanguages.OfTextAlone(query.Text);
        var texts = BotTexts.For(language, update.ClientLanguage);
        var found = string.IsNullOrWhiteSpace(query.Text)
            ? []
            : await checker.FindAsync(
                new Question(query.Text) { ReplyLanguage = language, LanguageHint = language is null ? update.ClientLanguage : null }, MaxResults, cancellationToken);
        return
        [
            new AnswerInline(query.Id, ResultsOf(found, texts), language is null)
            {
                // Which of the claims is picked is not known here.
                Counted = found.Count == 0 ? null : CountedAnswer.Of(AnswerPlace.Inline, found[0].Answer) with { Claim = null },
            },
        ];
    }

    private static IReadOnlyList<QueryResult> ResultsOf(IReadOnlyList<FoundAnswer> found, BotTexts texts) =>
        found.Count == 0 || found[0].Answer.Decision == Decision.NothingToCheck
            ? [new QueryResult(HelpId, texts.InlineHelpTitle, texts.InlineHelp, texts.InlineHelp, IsPlain: true)]
            : [.. found.Select(item => QueryResults.Of(
                item.Key, item.Claim ?? BotTexts.In(item.Answer.Language).InlineNothing, item.Answer.Text))];
}
