using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FactChecking.Dossiers;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Outlets;
using Microsoft.Extensions.Logging;

namespace FactChecking.Answers;

/// <summary>Makes answers: the template reply always, a model's wording of it where one is set and its draft holds.</summary>
internal sealed class AnswerComposer(TemplateComposer templates, ModelComposer? model, CompositionMetrics metrics, ILogger<AnswerComposer> logger)
{
    // Made of the records alone, and so the same for every message that stands to the claim alike, as long as they are kept.
    private readonly ConditionalWeakTable<ClaimDossier, ConcurrentDictionary<(Stance, string), (ComposedReply, Answer)>> _composed = [];

    public async Task<Answer> AnswerAsync(ClaimDossier dossier, MessageReading reading, CancellationToken cancellationToken)
    {
        var (reply, answer) = await FromTemplateAsync(dossier, reading, cancellationToken);
        if (model is null || reading.Question.FromRecordsOnly)
            return answer;

        var (worded, rejected) = await model.ComposeAsync(reply, reading.Question, reading.ReplyLanguage, cancellationToken);
        metrics.Count(rejected);
        if (worded is not null)
            return Answered(dossier, reading, worded, Composer.Model, null);
        logger.DraftRejected(rejected!); // a draft that was not worded was rejected
        return answer with { Rejected = rejected };
    }

    private async Task<(ComposedReply Reply, Answer Answer)> FromTemplateAsync(
        ClaimDossier dossier, MessageReading reading, CancellationToken cancellationToken)
    {
        var composed = _composed.GetOrCreateValue(dossier);
        if (composed.TryGetValue((reading.Stance, reading.ReplyLanguage), out var kept))
            return kept;
        var reply = await templates.ComposeAsync(dossier, reading.Stance, reading.ReplyLanguage, cancellationToken);
        return composed[(reading.Stance, reading.ReplyLanguage)] = (reply, Answered(dossier, reading, reply, Composer.Template, null));
    }

    public async Task<Answer> AskAsync(IReadOnlyList<Candidate> candidates, MessageReading reading, CancellationToken cancellationToken) =>
        Plain(Decision.Ask, reading, await templates.AskAsync(candidates, reading.ReplyLanguage, cancellationToken)) with
        {
            Claims = [.. candidates.Select(candidate => candidate.Claim)],
            Candidates = candidates,
        };

    public async Task<Answer> NoneAsync(KnowledgeGeneration generation, MessageReading reading) =>
        Plain(Decision.None, reading, await templates.NoneAsync(generation, reading.ReplyLanguage));

    public async Task<Answer> WithoutMatchAsync(Decision decision, MessageReading reading, CancellationToken cancellationToken) =>
        Plain(decision, reading, await templates.WithoutMatchAsync(decision, reading.ReplyLanguage, cancellationToken));

    /// <summary>
    /// Adds what is on record of the outlets that the message points to; an answer to a message that is nothing but an address
    /// becomes that record.
    /// </summary>
    public async Task<Answer> WithOutletsAsync(
        Answer answer, OutletFindings findings, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        var first = findings.OnlyAddress ? "" : $"{answer.Text}\n\n";
        var outlets = await templates.OutletsAsync(findings, generation, answer.Language, first.Length, cancellationToken);
        return answer with { Text = first + outlets.Html, Origin = outlets.Origin, Citations = outlets.Citations };
    }

    private static Answer Answered(ClaimDossier dossier, MessageReading reading, ComposedReply reply, Composer composer, string? rejected) =>
        new(Decision.Answer, reading.ReplyLanguage, reply.Html, [dossier.Id], reading.Stance, reply.Origin, reply.Citations, composer, rejected)
        {
            Key = dossier.Key,
            Fingerprint = DossierFingerprint.Of(dossier),
        };

    private static Answer Plain(Decision decision, MessageReading reading, string html) =>
        new(decision, reading.ReplyLanguage, html, [], reading.Stance, Origin.Empty, [], Composer.Template);
}
