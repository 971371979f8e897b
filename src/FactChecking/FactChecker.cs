using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FactChecking.Answers;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Matching.Rules;
using FactChecking.Matching.Stories;
using FactChecking.Messages;
using FactChecking.Outlets;
using FactChecking.SameClaim;
using FactChecking.Text;

namespace FactChecking;

/// <summary>
/// The path of one message: read it, match it with the claims on record, compose the reply. Read this first. Each call reads the
/// generation of the records once and answers from it to the end.
/// </summary>
public sealed class FactChecker
{
    private readonly KnowledgeBase _knowledge;
    private readonly ClaimMatcher _matcher;
    private readonly SameClaimModel? _sameClaim;
    private readonly AnswerComposer _composer;
    private readonly CheckMetrics _metrics;

    internal FactChecker(
        KnowledgeBase knowledge, ClaimMatcher matcher, SameClaimModel? sameClaim, AnswerComposer composer, CheckMetrics metrics) =>
        (_knowledge, _matcher, _sameClaim, _composer, _metrics) = (knowledge, matcher, sameClaim, composer, metrics);

    /// <summary>Answers one message.</summary>
    public Task<Answer> CheckAsync(Question question, CancellationToken cancellationToken) =>
        CheckAsync(question, _knowledge.Current, cancellationToken);

    /// <summary>Answers one message from these records, which need not be the published ones.</summary>
    public async Task<Answer> CheckAsync(Question question, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await FindAnswerAsync(MessageReading.Of(question), generation, cancellationToken);
        _metrics.Record(started, answer);
        return answer;
    }

    private async Task<Answer> FindAnswerAsync(MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        if (reading.Kind == MessageKind.Nothing)
            return await NothingAsync(reading, generation, cancellationToken);

        var match = await MatchAsync(reading, generation, MatchRules.MatchesForOffer, cancellationToken);
        // A question about an outlet is not offered claims that only sound alike.
        if (match.Decision == Decision.Ask && OutletLookup.IsAsked(reading.Question, generation))
            return await NoneAsync(reading, generation, cancellationToken);
        if (match.Decision == Decision.Ask && !IsOpinion(reading.Kind, match.Decision))
            match = await SettleAsync(match, reading, generation, cancellationToken);
        return match.Decision switch
        {
            Decision.Answer => await AnswerAsync(match.Matches[0].Claim, reading, generation, cancellationToken) is { } answer
                ? answer with { Match = new AnsweredMatch(match.Matches[0], generation) }
                : await NoneAsync(reading, generation, cancellationToken),
            _ when IsOpinion(reading.Kind, match.Decision) => await OpinionAsync(reading, generation, cancellationToken),
            Decision.Ask => await AskAsync(match, reading, generation, cancellationToken),
            _ => await NoneAsync(reading, generation, cancellationToken),
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
        var generation = _knowledge.Current;
        var reading = MessageReading.Of(question);
        if (reading is not { Kind: MessageKind.Checkable, Stance: Stance.Asserts })
            return null;

        var match = await MatchAsync(reading, generation, 1, cancellationToken);
        if (match.Decision != Decision.Answer)
            return null;
        var best = match.Matches[0];
        var isExact = match.IsByLink || best.Features.IsWordForWord;
        var isCertain = isExact || (!onlyExact && best.Probability >= probability);
        return isCertain && !LinksToDebunk(reading, best.Claim, generation) ? ClaimKey.Of(best.Claim) : null;
    }

    /// <summary>Answers from the records alone with each claim that the message may be about, for the person to choose from.</summary>
    /// <param name="question">The message, perhaps not typed to its end.</param>
    /// <param name="max">How many answers at most; there is always one, if only that nothing was found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<FoundAnswer>> FindAsync(Question question, int max, CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        var reading = MessageReading.Of(question with { FromRecordsOnly = true });
        var found = new List<FoundAnswer>();
        foreach (var claim in await LikelyClaimsAsync(reading, generation, max, cancellationToken))
        {
            if (DossierReader.Find(generation, claim) is { } dossier)
            {
                var answer = await _composer.AnswerAsync(dossier, reading, cancellationToken);
                found.Add(new FoundAnswer(dossier.Key, dossier.Text.In(reading.ReplyLanguage), answer));
            }
        }
        return found.Count > 0 ? found : [new FoundAnswer("none", null, await CheckAsync(reading.Question, generation, cancellationToken))];
    }

    /// <summary>Answers with the claim that the person picked from the candidates; null when the key names no claim any more.</summary>
    /// <param name="question">The message that was asked about; its text may be empty when it is no longer at hand.</param>
    /// <param name="key">The picked <see cref="Candidate.Key"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Answer?> AnswerPickedAsync(Question question, string key, CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        return DossierReader.FindIdByKey(generation, key) is { } claim
            ? await AnswerAsync(claim, MessageReading.Of(question), generation, cancellationToken)
            : null;
    }

    /// <summary>
    /// Asks which claim is meant when the person says that it is not the one that was answered with; nothing found where
    /// there is no other.
    /// </summary>
    /// <param name="question">The message that was answered; its text may be empty when it is no longer at hand.</param>
    /// <param name="wrongKey">Key of the claim that was answered with.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Answer> AskForOtherAsync(Question question, string wrongKey, CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        var reading = MessageReading.Of(question);
        if (reading.Kind == MessageKind.Nothing)
            return await NoneAsync(reading, generation, cancellationToken);

        var match = await MatchAsync(reading, generation, MatchRules.MatchesForOffer, cancellationToken);
        var others = match.Matches
            .Where(candidate => candidate.Probability >= MatchRules.OfferedAfterWrongMatch && ClaimKey.Of(candidate.Claim) != wrongKey)
            .ToList();
        var answer = others.Count == 0 ? null : await AskAsync(match with { Matches = others }, reading, generation, cancellationToken);
        return answer is { Candidates.Count: > 0 } ? answer : await NoneAsync(reading, generation, cancellationToken);
    }

    /// <summary>The reply when the person says that none of the candidates is meant.</summary>
    public Task<Answer> AnswerNoneOfTheseAsync(Question question, CancellationToken cancellationToken) =>
        NoneAsync(MessageReading.Of(question), _knowledge.Current, cancellationToken);

    /// <summary>The answer from a claim, as it is now; null when there is no such claim any more.</summary>
    public Task<Answer?> AnswerClaimAsync(string claim, Question question, CancellationToken cancellationToken) =>
        AnswerAsync(claim, MessageReading.Of(question), _knowledge.Current, cancellationToken);

    // A post is passed on word for word, over and over. Its digest is enough to know it by: no message is kept.
    private async ValueTask<MatchResult> MatchAsync(
        MessageReading reading, KnowledgeGeneration generation, int count, CancellationToken cancellationToken)
    {
        var question = reading.Question;
        if (!_matcher.IsRepeatable(question))
            return await _matcher.MatchAsync(reading, generation, count, cancellationToken);

        var message = string.Join('\n', question.AllLinks.Prepend(question.Text));
        var digest = Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(message.AsSpan())));
        return await generation.CachedAsync(
            (nameof(MatchResult), digest, count, question.LanguageHint),
            () => _matcher.MatchAsync(reading, generation, count, cancellationToken));
    }

    private async Task<Answer?> AnswerAsync(
        string claim, MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken) =>
        DossierReader.Find(generation, claim) is { } dossier
            ? await _composer.AnswerAsync(dossier, reading, cancellationToken)
            : null;

    // What is far behind the first match is not asked about; of the rest, one of each story, a model may know more where one
    // is to be asked.
    private async Task<MatchResult> SettleAsync(
        MatchResult match, MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        var likely = Likely(match).ToDictionary(candidate => candidate.Claim);
        var offered = match with
        {
            Matches = [.. Offered(likely.Keys, reading, generation, MatchRules.OfferedClaims).Select(claim => likely[claim.Claim])],
        };
        if (_sameClaim is null || reading.Question.FromRecordsOnly)
            return offered;
        var claims = offered.Matches
            .Select(candidate => DossierReader.Find(generation, candidate.Claim))
            .OfType<ClaimDossier>()
            .Select(dossier => dossier.Text)
            .ToList();
        return claims.Count < offered.Matches.Count
            ? offered
            : await _sameClaim.SettleAsync(offered, claims, reading.Question.Text, cancellationToken);
    }

    // A message that asks no question of a claim is told so, as in a chat.
    private async Task<IEnumerable<string>> LikelyClaimsAsync(
        MessageReading reading, KnowledgeGeneration generation, int max, CancellationToken cancellationToken)
    {
        if (reading.Kind == MessageKind.Nothing)
            return [];
        var match = await MatchAsync(reading, generation, MatchRules.MatchesForOffer, cancellationToken);
        var isOther = match.Decision == Decision.None
            || (match.Decision == Decision.Ask
                && (IsOpinion(reading.Kind, match.Decision) || OutletLookup.IsAsked(reading.Question, generation)));
        var likely = isOther ? [] : Likely(match).Select(candidate => candidate.Claim);
        return Offered(likely, reading, generation, max).Select(offered => offered.Claim);
    }

    private static IEnumerable<Match> Likely(MatchResult match) =>
        match.Matches.Where(candidate => candidate.Probability >= match.Matches[0].Probability * MatchRules.OfferedShare);

    private static IReadOnlyList<OfferedClaim> Offered(
        IEnumerable<string> claims, MessageReading reading, KnowledgeGeneration generation, int max) =>
        new StoryChoice(generation).Of(claims, reading.Text, max);

    private async Task<Answer> AskAsync(
        MatchResult match, MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        var claims = match.Matches.Select(candidate => candidate.Claim);
        var candidates = Offered(claims, reading, generation, MatchRules.OfferedClaims)
            .Select(offered => CandidateOf(offered, generation, reading.ReplyLanguage))
            .OfType<Candidate>()
            .ToList();
        return await _composer.AskAsync(candidates, reading, cancellationToken);
    }

    private static Candidate? CandidateOf(OfferedClaim offered, KnowledgeGeneration generation, string language) =>
        DossierReader.Find(generation, offered.Claim) is { } dossier
            ? new Candidate(dossier.Id, dossier.Key, dossier.Text.In(language)) { Date = offered.Date?.In(language) }
            : null;

    private async Task<Answer> NoneAsync(MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken) =>
        await WithOutletsAsync(await _composer.NoneAsync(generation, reading), reading, generation, cancellationToken);

    // A name alone says nothing that can be checked, but the outlet of that name can be looked up.
    private async Task<Answer> NothingAsync(
        MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken) =>
        OutletLookup.Find(reading.Question, generation) is null
            ? await _composer.WithoutMatchAsync(Decision.NothingToCheck, reading, cancellationToken)
            : await NoneAsync(reading, generation, cancellationToken);

    private async Task<Answer> OpinionAsync(
        MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken) =>
        await WithOutletsAsync(
            await _composer.WithoutMatchAsync(Decision.NotCheckable, reading, cancellationToken), reading, generation, cancellationToken);

    // Where no claim matched, who the message is from is all that can be told.
    private async Task<Answer> WithOutletsAsync(
        Answer answer, MessageReading reading, KnowledgeGeneration generation, CancellationToken cancellationToken) =>
        OutletLookup.Find(reading.Question, generation) is { } findings
            ? await _composer.WithOutletsAsync(answer, findings, generation, cancellationToken)
            : answer;

    private static bool LinksToDebunk(MessageReading reading, string claim, KnowledgeGeneration generation)
    {
        var links = reading.Text.Links.Concat(reading.Question.AllLinks.Select(CanonicalLink.Of)).ToHashSet();
        return DossierReader.Find(generation, claim) is { } dossier
            && dossier.Debunks.Any(debunk => debunk.Document.Url is { } url && links.Contains(CanonicalLink.Of(url)));
    }

    // A match outweighs words of opinion: "I think there were labs" still passes the claim on.
    private static bool IsOpinion(MessageKind kind, Decision decision) =>
        kind == MessageKind.Opinion || (kind == MessageKind.PerhapsOpinion && decision == Decision.None);
}
