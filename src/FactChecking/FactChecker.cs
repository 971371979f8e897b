using FactChecking.Answers;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;

namespace FactChecking;

/// <summary>The path of one message: read it, match it with the claims on record, compose the reply. Read this first.</summary>
public sealed class FactChecker
{
    private const int MostCandidates = 3;

    private readonly KnowledgeBase _knowledge;
    private readonly MessageMatcher _matcher;
    private readonly AnswerComposer _composer;

    internal FactChecker(KnowledgeBase knowledge, MessageMatcher matcher, AnswerComposer composer) =>
        (_knowledge, _matcher, _composer) = (knowledge, matcher, composer);

    /// <summary>Answers one message.</summary>
    public async Task<Answer> CheckAsync(Question question, CancellationToken cancellationToken)
    {
        var reading = MessageReading.Of(question);
        if (reading.Kind == MessageKind.Nothing)
            return await _composer.WithoutMatchAsync(Decision.NothingToCheck, reading, cancellationToken);

        var match = await _matcher.MatchAsync(question.Text, MostCandidates, question.AllLinks, cancellationToken, question.LanguageHint);
        return match.Decision switch
        {
            Decision.Answer => await AnswerAsync(match.Matches[0].Claim, reading, cancellationToken)
                ?? await NoneAsync(reading, cancellationToken),
            _ when IsOpinion(reading.Kind, match.Decision) => await _composer.WithoutMatchAsync(Decision.NotCheckable, reading, cancellationToken),
            Decision.Ask => await AskAsync(match, reading, cancellationToken),
            _ => await NoneAsync(reading, cancellationToken),
        };
    }

    /// <summary>Answers with the claim that the person picked from the candidates; null when the key names no claim any more.</summary>
    /// <param name="question">The message that was asked about; its text may be empty when it is no longer at hand.</param>
    /// <param name="key">The picked <see cref="Candidate.Key"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Answer?> AnswerPickedAsync(Question question, string key, CancellationToken cancellationToken) =>
        DossierStore.FindIdByKey(_knowledge.Current, key) is { } claim
            ? await AnswerAsync(claim, MessageReading.Of(question), cancellationToken)
            : null;

    /// <summary>The reply when the person says that none of the candidates is meant.</summary>
    public Task<Answer> AnswerNoneOfTheseAsync(Question question, CancellationToken cancellationToken) =>
        NoneAsync(MessageReading.Of(question), cancellationToken);

    private async Task<Answer?> AnswerAsync(string claim, MessageReading reading, CancellationToken cancellationToken) =>
        DossierStore.Find(_knowledge.Current, claim) is { } dossier
            ? await _composer.AnswerAsync(dossier, reading, cancellationToken)
            : null;

    private async Task<Answer> AskAsync(MatchResult match, MessageReading reading, CancellationToken cancellationToken)
    {
        var candidates = match.Matches
            .Where(candidate => candidate.Probability >= match.Matches[0].Probability / 4)
            .Select(candidate => DossierStore.Find(_knowledge.Current, candidate.Claim))
            .OfType<ClaimDossier>()
            .Select(dossier => new Candidate(dossier.Id, dossier.Key, dossier.Text.In(reading.ReplyLanguage)))
            .ToList();
        return await _composer.AskAsync(candidates, reading, cancellationToken);
    }

    private Task<Answer> NoneAsync(MessageReading reading, CancellationToken cancellationToken) =>
        _composer.NoneAsync(_knowledge.Current, reading, cancellationToken);

    // A match outweighs words of opinion: "I think there were labs" still passes the claim on.
    private static bool IsOpinion(MessageKind kind, Decision decision) =>
        kind == MessageKind.Opinion || (kind == MessageKind.PerhapsOpinion && decision == Decision.None);
}
