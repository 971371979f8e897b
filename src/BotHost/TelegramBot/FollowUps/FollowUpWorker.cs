using BotHost.Logging;
using BotHost.Store.Groups;
using BotHost.Store.Outgoing;
using BotHost.Store.Submissions;
using BotHost.TelegramBot.Handling;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using Telegram.Bot.Extensions;

namespace BotHost.TelegramBot.FollowUps;

/// <summary>
/// When records were published anew: answers whose records have changed are corrected, and who asked to be told of an
/// answer is told. What is done is noted together with the message, so that each is told once.
/// </summary>
internal sealed class FollowUpWorker(
    KnowledgeBase knowledge,
    FactChecker checker,
    ClaimDetails details,
    AnswerStore answers,
    GroupStore groups,
    SubmissionStore passedOn,
    Outbox outbox,
    TimeProvider clock,
    ILogger<FollowUpWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Claims of answers whose correction has to wait: until the answer itself has left, or for the end of quiet hours and the
    // like in a group. Not kept: after a start all is compared anew.
    private readonly HashSet<string> _held = [];

    private long? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await TellAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var generation = knowledge.Current.Number;
        var isNew = generation != _told;
        try
        {
            foreach (var claim in isNew ? await answers.ClaimsAsync() : [.. _held])
                await CorrectAsync(claim, cancellationToken);
            // What a maintainer decides needs no publication.
            await TellOfAnswersAsync(onlyDecided: !isNew, cancellationToken);
            _told = generation;
        }
        // Whatever it was, the next round tells those who were not told yet.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            BotHostLog.TellingFailed(logger, exception.GetType().Name);
        }

        outbox.Ring();
    }

    private async Task CorrectAsync(string claim, CancellationToken cancellationToken)
    {
        var now = details.FindFingerprint(claim);
        var isHeld = false;
        foreach (var sent in await answers.FromClaimAsync(claim))
        {
            if (now is not null && sent.Fingerprint is { } then && !ClaimDetails.Differ(then, now))
                continue;
            if (sent.Message is null || !await MayCorrectInAsync(sent.Chat))
            {
                isHeld = true;
                continue;
            }

            var call = now is null
                ? Following(sent, PrivateTexts.In(sent.Language).Withdrawn)
                : Following(sent, $"{PrivateTexts.In(sent.Language).Corrected}\n\n{await TextOfAsync(claim, sent.Language, cancellationToken)}");
            await outbox.CorrectAsync(sent, now, call.ToDraft());
        }

        if (isHeld)
            _held.Add(claim);
        else
            _held.Remove(claim);
    }

    // A person's own chat may always be written to; groups have ids below zero.
    private async Task<bool> MayCorrectInAsync(long chat) =>
        chat > 0 || (await groups.FindAsync(chat) ?? new GroupSettings()).MayCorrectAt(clock.GetUtcNow());

    private static SendText Following(SentAnswer sent, string text) => new(sent.Chat, sent.Message > 0 ? (int)sent.Message : null, text)
    {
        Topic = (int?)sent.Topic,
        IsSilent = sent.Chat < 0,
    };

    private async Task<string> TextOfAsync(string claim, string language, CancellationToken cancellationToken) =>
        (await checker.AnswerClaimAsync(claim, new Question("") { ReplyLanguage = language }, cancellationToken))?.Text
        ?? PrivateTexts.In(language).ClaimGone;

    private async Task TellOfAnswersAsync(bool onlyDecided, CancellationToken cancellationToken)
    {
        foreach (var awaited in await passedOn.AwaitedAsync(onlyDecided))
        {
            var question = new Question(awaited.Text) { ReplyLanguage = awaited.Language };
            var answer = awaited.Claim is { } claim
                ? await checker.AnswerClaimAsync(claim, question, cancellationToken)
                : await checker.CheckAsync(question, cancellationToken);
            // The claim that was said may not be published yet.
            if (answer is not { Decision: Decision.Answer })
                continue;
            var text = $"{PrivateTexts.In(awaited.Language).Told}\n<blockquote>{HtmlText.Escape(awaited.Text)}</blockquote>\n\n{answer.Text}";
            await passedOn.TellAsync(awaited, new SendText(awaited.Chat, null, text)
            {
                Buttons = ReplyCalls.ButtonsOf(answer),
                Note = ReplyCalls.NoteOf(awaited.Chat, answer),
            }.ToDraft());
        }
    }
}
