using BotHost.Store.Groups;
using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Receiving;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Matching;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Groups;

/// <summary>
/// Step 5: a forwarded post or a link that nobody asked about, in a group whose administrators want such answered. Silence
/// is the rule: only a sure match is answered, once in the cool-down, and never with a question.
/// </summary>
internal sealed class AutomaticHandler(
    FactChecker checker,
    GroupStore groups,
    GroupAnswerStore answers,
    BotIdentity identity,
    IOptions<GroupOptions> options,
    IOptions<MatchOptions> matching,
    TimeProvider clock)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken)
    {
        if (update.Message is not { } message || await groups.FindAsync(update.Chat) is not { } settings || !MayAnswer(settings, group.Topic))
            return [];

        var question = QuestionReader.From(update, settings.Language);
        var claimKey = await checker.FindCertainAsync(
            question,
            options.Value.ProbabilityAt(settings.Sureness, matching.Value),
            onlyExact: settings.Mode == GroupMode.Exact,
            cancellationToken);
        if (claimKey is null || !await answers.TryTakeAsync(update.Chat, claimKey, TimeSpan.FromHours(settings.CoolDownHours), update.Id))
            return [];

        var answer = await checker.AnswerPickedAsync(question, claimKey, cancellationToken);
        if (answer is null)
            return [];
        var texts = GroupTexts.In(answer.Language);
        var bot = await identity.GetAsync(cancellationToken);
        return [new SendText(update.Chat, message.Id, $"{answer.Text}\n\n{texts.AutomaticNote}")
        {
            Topic = group.Topic,
            IsSilent = true,
            Note = GroupReply.NoteOf(update.Chat, group.Topic, answer),
            NotAfter = clock.GetUtcNow() + TimeSpan.FromMinutes(options.Value.AutomaticWithinMinutes),
            Counted = CountedAnswer.Of(AnswerPlace.Unasked, answer),
            Buttons = [Button.Open(DeepLink.To(bot.Username!, claimKey), texts.AskPrivately)], // every bot has a user name
        }];
    }

    private bool MayAnswer(GroupSettings settings, int? topic)
    {
        var now = clock.GetUtcNow();
        return settings.IsAutomatic && settings.MayWriteAt(now) && !settings.IsQuietAt(now) && settings.SpeaksUnaskedIn(topic);
    }
}
