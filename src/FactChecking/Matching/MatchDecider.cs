using FactChecking.Knowledge;
using FactChecking.Matching.Candidates;
using FactChecking.Matching.Passages;
using FactChecking.Matching.Rules;
using FactChecking.Matching.Stories;

namespace FactChecking.Matching;

/// <summary>
/// Decides from ranked candidates: answer, ask, or nothing found. A wrong match is the worst failure, so an unsure match is asked
/// about or left.
/// </summary>
internal sealed class MatchDecider(MatchOptions options, MatchModel model, KnowledgeGeneration generation)
{
    /// <summary>Ranks the candidates and decides.</summary>
    /// <param name="candidates">What <see cref="CandidateSearch"/> found.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="nearEnough">The cosine from which a claim is asked about whatever its words, in deviations; null: none.</param>
    public MatchResult Decide(IReadOnlyList<MatchCandidate> candidates, int count, double? nearEnough)
    {
        var ranked = CandidateRanking.Rank(candidates, model);
        var decision = Decide(ranked);
        var near = ranked.Where(candidate => candidate.Features.Meaning?.Cosine >= nearEnough).ToList();
        if (decision == Decision.None && near.Count > 0)
            (decision, ranked) = (Decision.Ask, [.. near, .. ranked.Except(near)]);

        return new MatchResult(
            decision,
            [.. ranked.Take(count).Select(candidate => new Match(IdOf(candidate), candidate.Probability)
            {
                Features = candidate.Features,
                MayAnswer = MayAnswer(candidate.Features),
            })]);
    }

    // How far the best is ahead tells how sure it is that no other claim is meant. A record that says the same is no other
    // claim: where it is what holds the best back, the best is measured against the next that says something else. And where
    // that is likely, too, the message may hold both, or be about the other.
    private Decision Decide(IReadOnlyList<MatchCandidate> ranked)
    {
        if (ranked.Count == 0)
            return Decision.None;
        var best = ranked[0];
        var next = ranked.ElementAtOrDefault(1);
        var decision = Decide(best);
        var rivalChangesNothing = decision == Decision.Answer
            ? !IsLikelyToo(next, best)
            : Decide(CandidateRanking.AheadOf(null, best, model)) == decision;
        if (rivalChangesNothing)
            return decision;

        var saysTheSame = new StoryChoice(generation).SayingTheSame(IdOf(best));
        var rival = ranked.Skip(1).Take(MatchRules.MaxRivals).SkipWhile(candidate => saysTheSame(IdOf(candidate))).FirstOrDefault();
        if (decision == Decision.Answer)
            return IsLikelyToo(rival, best) ? Decision.Ask : Decision.Answer;
        return rival == next ? decision : Decide(CandidateRanking.AheadOf(rival, best, model));
    }

    private Decision Decide(MatchCandidate best)
    {
        // Until the weight of its cosine was fitted to it, an embedding model can cast doubt on an answer and not bring one
        // about, and what the words suggest is asked about whatever it says.
        var byWords = best.Features.Meaning is null || model.IsMeaningCalibrated
            ? best.Probability
            : CandidateRanking.ProbabilityOf(best with { Features = best.Features with { Meaning = null } }, model);
        return Math.Min(best.Probability, byWords) >= options.AnswerAt && MayAnswer(best.Features) ? Decision.Answer
            : Math.Max(best.Probability, byWords) >= options.AskAt && MayAsk(best) ? Decision.Ask
            : Decision.None;
    }

    private static bool IsLikelyToo(MatchCandidate? rival, MatchCandidate best) =>
        rival is not null && rival.Probability >= best.Probability * MatchRules.RivalShare && !best.Features.IsWordForWord;

    // One word in common, however rare, is chance, and so may be two; of a very short message it may be all there is.
    private static bool MayAsk(MatchCandidate best) => best switch
    {
        { Features.ThirdRarest: > 0 } or { Features.MessageCovered: >= MatchRules.ShortMessageCovered } => true,
        _ => best is { Features.MatchedTerms: 2, Probability: >= MatchRules.LikelyByTwoWords },
    };

    // Another number, or the one word missing that the claim turns on, makes another claim of the same sentence. What is
    // all but word for word on record is that claim, whatever its other wordings say.
    private bool MayAnswer(MatchFeatures features) =>
        features.NumbersConflict == 0
        && (!features.LeavesOutKeyTerm || features.BestOverlap >= MatchRules.VerbatimOverlap)
        && (features.Meaning is not { IsAlone: true } || model.IsMeaningCalibrated);

    private string IdOf(MatchCandidate candidate) => PassageReader.Of(generation).IdOf(candidate.Claim);
}
