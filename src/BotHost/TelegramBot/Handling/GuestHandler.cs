using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Matching;

namespace BotHost.TelegramBot.Handling;

/// <summary>
/// Step 5: somebody wrote the bot's name under a message in a chat that the bot is not in. It is answered once, from the
/// records alone, with no more than everyone there may read.
/// </summary>
internal sealed class GuestHandler(FactChecker checker)
{
    private const string ResultId = "answer";

    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update, string query, CancellationToken cancellationToken)
    {
        var answer = await checker.CheckAsync(QuestionReader.From(update, chosenLanguage: null) with { FromRecordsOnly = true }, cancellationToken);
        var texts = BotTexts.In(answer.Language);
        var text = QueryResults.PublicText(answer, texts.UnsureInPublic);
        if (update.Message?.Content == ContentKind.Media && answer.Decision != Decision.NothingToCheck)
            text = $"{text}\n\n{texts.MediaNotRead}";
        return [new AnswerGuest(query, QueryResults.Of(ResultId, texts.InlineNothing, text)) { Counted = CountedAnswer.Of(AnswerPlace.Guest, answer) }];
    }
}
