using System.Diagnostics;
using FactChecking.Answers;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Matching.Stories;
using FactChecking.Messages;
using FactChecking.Outlets;
using FactChecking.SameClaim;
using FactChecking.Text;

namespace FactChecking;

/// <summary>The path of one message: read it, match it with the claims on record, compose the reply. Read this first.</summary>
public sealed class FactChecker
{
    private const int MaxCandidates = 3;

    // More are looked at than offered, since several may be records of one story.
    private const int MaxMatches = 12;

    private const double OtherAt = 0.001;

    private readonly KnowledgeBase _knowledge;
    private readonly MessageMatcher _matcher;
    private readonly SameClaimModel? _sameClaim;
    private readonly AnswerComposer _composer;

    private readonly CheckMetrics _metrics;

    internal FactChecker(
        KnowledgeBase knowledge, MessageMatcher matcher, SameClaimModel? sameClaim, AnswerComposer composer, CheckMetrics metrics) =>
        (_knowledge, _matcher, _sameClaim, _composer, _metrics) = (knowledge, matcher, sameClaim, composer, metrics);

    /// <summary>Answers one message.</summary>
    public async Task<Answer> CheckAsync(Question question, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await FindAnswerAsync(question, cancellationToken);
        _metrics.Record(started, answer);
        return answer;
    }

    private async Task<Answer> FindAnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var reading = MessageReading.Of(question);
        if (reading.Kind == MessageKind.Nothing)
            return await NothingAsync(reading, cancellationToken);

        var match = await _matcher.MatchAsync(reading, MaxMatches, cancellationToken);
        // Who asks about an outlet is not offered claims that only sound alike.
        if (match.Decision == Decision.Ask && OutletLookup.IsAsked(question, _knowledge.Current))
            return await NoneAsync(reading, cancellationToken);
        if (match.Decision == Decision.Ask && !IsOpinion(reading.Kind, match.Decision))
            match = await SettleAsync(match, reading, cancellationToken);
        return match.Decision switch
        {
            Decision.Answer => await AnswerAsync(match.Matches[0].Claim, reading, cancellationToken) is { } answer
                ? answer with { Match = match.Matches[0] }
                : await NoneAsync(reading, cancellationToken),
            _ when IsOpinion(reading.Kind, match.Decision) => await WithOutletsAsync(
                await _composer.WithoutMatchAsync(Decision.NotCheckable, reading, cancellationToken), reading, cancellationToken),
            Decision.Ask => await AskAsync(match, reading, cancellationToken),
            _ => await NoneAsync(reading, cancellationToken),
        };
    }

    /// <summary>
    /// The key (<see cref="Candidate.Key"/>) of the claim that a message passes on, for answering it unasked; null when that is
    /// not sure enough, and when it asks, denies, links to the debunk or only holds an opinion: a post that refutes a claim
    /// needs no answer.
    /// </summary>
    /// <param name="question">The message.</param>
    /// <param name="probability">How likely the match must be at least.</param>
    /// <param name="onlyExact">True: only what is word for word on record, or comes with an address on record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<string?> FindCertainAsync(
        Question question, double probability, bool onlyExact, CancellationToken cancellationToken)
    {
        var reading = MessageReading.Of(question);
        if (reading is not { Kind: MessageKind.Checkable, Stance: Stance.Asserts })
            return null;

        var match = await _matcher.MatchAsync(reading, 1, cancellationToken);
        if (match.Decision != Decision.Answer)
            return null;
        var best = match.Matches[0];
        var isExact = match.IsByLink || CandidateRanking.IsWordForWord(best.Features);
        return (isExact || (!onlyExact && best.Probability >= probability)) && !LinksToDebunk(reading, best.Claim) ? ClaimKey.Of(best.Claim) : null;
    }

    /// <summary>Answers from the records alone with each claim that the message may be about, for the person to choose from.</summary>
    /// <param name="question">The message, perhaps not typed to its end.</param>
    /// <param name="max">How many answers at most; there is always one, if only that nothing was found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<FoundAnswer>> FindAsync(Question question, int max, CancellationToken cancellationToken)
    {
        var reading = MessageReading.Of(question with { FromRecordsOnly = true });
        var found = new List<FoundAnswer>();
        if (reading.Kind != MessageKind.Nothing)
        {
            var match = await _matcher.MatchAsync(reading, MaxMatches, cancellationToken);
            // What is no question of a claim is told as such, as in a chat.
            var isOther = match.Decision == Decision.None
                || (match.Decision == Decision.Ask && (IsOpinion(reading.Kind, match.Decision) || OutletLookup.IsAsked(question, _knowledge.Current)));
            var likely = isOther ? Enumerable.Empty<Match>() : Likely(match);
            foreach (var claim in Offered(likely.Select(candidate => candidate.Claim), reading, max))
            {
                if (DossierReader.Find(_knowledge.Current, claim.Claim) is { } dossier)
                    found.Add(new FoundAnswer(dossier.Key, dossier.Text.In(reading.ReplyLanguage), await _composer.AnswerAsync(dossier, reading, cancellationToken)));
            }
        }
        return found.Count > 0 ? found : [new FoundAnswer("none", null, await CheckAsync(reading.Question, cancellationToken))];
    }

    /// <summary>Answers with the claim that the person picked from the candidates; null when the key names no claim any more.</summary>
    /// <param name="question">The message that was asked about; its text may be empty when it is no longer at hand.</param>
    /// <param name="key">The picked <see cref="Candidate.Key"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Answer?> AnswerPickedAsync(Question question, string key, CancellationToken cancellationToken) =>
        DossierReader.FindIdByKey(_knowledge.Current, key) is { } claim
            ? await AnswerAsync(claim, MessageReading.Of(question), cancellationToken)
            : null;

    /// <summary>
    /// Asks which claim is meant when the person says that it is not the one that was answered with; nothing found where
    /// there is no other.
    /// </summary>
    /// <param name="question">The message that was answered; its text may be empty when it is no longer at hand.</param>
    /// <param name="wrongKey">Key of the claim that was answered with.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Answer> AskForOtherAsync(Question question, string wrongKey, CancellationToken cancellationToken)
    {
        var reading = MessageReading.Of(question);
        if (reading.Kind == MessageKind.Nothing)
            return await NoneAsync(reading, cancellationToken);

        var match = await _matcher.MatchAsync(reading, MaxMatches, cancellationToken);
        // The probabilities are those beside the claim that the person has ruled out: less is enough to be offered now.
        var others = match.Matches.Where(candidate => candidate.Probability >= OtherAt && ClaimKey.Of(candidate.Claim) != wrongKey).ToList();
        var answer = others.Count == 0 ? null : await AskAsync(match with { Matches = others }, reading, cancellationToken);
        return answer is { Candidates.Count: > 0 } ? answer : await NoneAsync(reading, cancellationToken);
    }

    /// <summary>The reply when the person says that none of the candidates is meant.</summary>
    public Task<Answer> AnswerNoneOfTheseAsync(Question question, CancellationToken cancellationToken) =>
        NoneAsync(MessageReading.Of(question), cancellationToken);

    /// <summary>The answer from a claim, as it is now; null when there is no such claim any more.</summary>
    public Task<Answer?> AnswerClaimAsync(string claim, Question question, CancellationToken cancellationToken) =>
        AnswerAsync(claim, MessageReading.Of(question), cancellationToken);

    private async Task<Answer?> AnswerAsync(string claim, MessageReading reading, CancellationToken cancellationToken) =>
        DossierReader.Find(_knowledge.Current, claim) is { } dossier
            ? await _composer.AnswerAsync(dossier, reading, cancellationToken)
            : null;

    // What is far behind the first match is not asked about; of the rest, one of each story, a model may know more where one
    // is to be asked.
    private async Task<MatchResult> SettleAsync(MatchResult match, MessageReading reading, CancellationToken cancellationToken)
    {
        var likely = Likely(match).ToDictionary(candidate => candidate.Claim);
        var offered = match with { Matches = [.. Offered(likely.Keys, reading).Select(claim => likely[claim.Claim])] };
        if (_sameClaim is null || reading.Question.FromRecordsOnly)
            return offered;
        var claims = offered.Matches.Select(candidate => DossierReader.Find(_knowledge.Current, candidate.Claim)).OfType<ClaimDossier>().Select(dossier => dossier.Text).ToList();
        return claims.Count < offered.Matches.Count
            ? offered
            : await _sameClaim.SettleAsync(offered, claims, reading.Question.Text, cancellationToken);
    }

    private static IEnumerable<Match> Likely(MatchResult match) =>
        match.Matches.Where(candidate => candidate.Probability >= match.Matches[0].Probability / 4);

    private IReadOnlyList<OfferedClaim> Offered(IEnumerable<string> claims, MessageReading reading, int max = MaxCandidates) =>
        new StoryChoice(_knowledge.Current).Of(claims, reading.Text, max);

    private async Task<Answer> AskAsync(MatchResult match, MessageReading reading, CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        var candidates = Offered(match.Matches.Select(candidate => candidate.Claim), reading)
            .Select(offered => CandidateOf(offered, generation, reading.ReplyLanguage))
            .OfType<Candidate>()
            .ToList();
        return await _composer.AskAsync(candidates, reading, cancellationToken);
    }

    private static Candidate? CandidateOf(OfferedClaim offered, KnowledgeGeneration generation, string language) =>
        DossierReader.Find(generation, offered.Claim) is { } dossier
            ? new Candidate(dossier.Id, dossier.Key, dossier.Text.In(language)) { Date = offered.Date?.In(language) }
            : null;

    private async Task<Answer> NoneAsync(MessageReading reading, CancellationToken cancellationToken) =>
        await WithOutletsAsync(await _composer.NoneAsync(_knowledge.Current, reading), reading, cancellationToken);

    // A name alone says nothing that can be checked, but the outlet of that name can be looked up.
    private async Task<Answer> NothingAsync(MessageReading reading, CancellationToken cancellationToken) =>
        OutletLookup.Find(reading.Question, _knowledge.Current) is null
            ? await _composer.WithoutMatchAsync(Decision.NothingToCheck, reading, cancellationToken)
            : await NoneAsync(reading, cancellationToken);

    // Where no claim matched, who the message is from is all that can be told.
    private async Task<Answer> WithOutletsAsync(Answer answer, MessageReading reading, CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        return OutletLookup.Find(reading.Question, generation) is { } findings
            ? await _composer.WithOutletsAsync(answer, findings, generation, cancellationToken)
            : answer;
    }

    private bool LinksToDebunk(MessageReading reading, string claim)
    {
        var links = reading.Text.Links.Concat(reading.Question.AllLinks.Select(CanonicalLink.Of)).ToHashSet();
        return DossierReader.Find(_knowledge.Current, claim) is { } dossier
            && dossier.Debunks.Any(debunk => debunk.Document.Url is { } url && links.Contains(CanonicalLink.Of(url)));
    }

    // A match outweighs words of opinion: "I think there were labs" still passes the claim on.
    private static bool IsOpinion(MessageKind kind, Decision decision) =>
        kind == MessageKind.Opinion || (kind == MessageKind.PerhapsOpinion && decision == Decision.None);
}
