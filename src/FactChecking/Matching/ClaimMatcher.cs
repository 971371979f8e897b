using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching.Candidates;
using FactChecking.Matching.Passages;
using FactChecking.Matching.Stories;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching;

/// <summary>
/// Finds the claims that a message may be about: candidates from the index, features against their passages, a rank, a
/// probability, a decision. A wrong match is the worst failure, so what is not sure is asked or left.
/// </summary>
public sealed class ClaimMatcher(KnowledgeBase knowledge, MatchOptions options)
{
    // Records that are looked at for one that says something else than the best.
    private const int MaxRivals = 20;

    private const double VerbatimOverlap = 0.85;
    private const double ShortMessageCovered = 0.6;
    private const double LikelyByTwoWords = 0.35;

    private readonly MatchModel _model = MatchModel.Shipped;

    internal ClaimMatcher(KnowledgeBase knowledge, MatchOptions options, MatchModel model)
        : this(knowledge, options) => _model = model;

    /// <summary>Matches one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="links">Addresses that came with it and do not stand in the text.</param>
    /// <param name="languageHint">A BCP 47 tag that may be wrong; null if there is none.</param>
    public MatchResult Match(string text, int count, IReadOnlyCollection<string>? links = null, string? languageHint = null)
    {
        var generation = knowledge.Current;
        var analysed = AnalysedText.Of(text);
        return ByLink(analysed, links ?? [], count, generation)
            ?? Conclude(CandidateReader.Read(text, analysed, generation), LanguageOf(text, languageHint), count, generation);
    }

    /// <summary>The weights that it decides by.</summary>
    internal MatchModel Model => _model;

    /// <summary>Ranks the candidates and decides.</summary>
    /// <param name="candidates">What <see cref="CandidateReader"/> gave, perhaps with what an embedding model says.</param>
    /// <param name="language">The language of the message; null where nothing was fitted to any.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="generation">The generation that the candidates are of.</param>
    /// <param name="nearEnough">The cosine from which a claim is asked about whatever its words, in deviations; null: none.</param>
    internal MatchResult Conclude(IReadOnlyList<MatchCandidate> candidates, string? language, int count, KnowledgeGeneration generation, double? nearEnough = null)
    {
        var model = language is null ? _model : _model.In(language);
        var ranked = CandidateRanking.Rank(candidates, model);
        var decision = Decide(ranked, model, generation);
        var near = ranked.Where(candidate => candidate.Features.Meaning?.Cosine >= nearEnough).ToList();
        if (decision == Decision.None && near.Count > 0)
            (decision, ranked) = (Decision.Ask, [.. near, .. ranked.Except(near)]);

        return new MatchResult(
            decision,
            [.. ranked.Take(count).Select(candidate => new Match(PassageReader.Of(generation).IdOf(candidate.Claim), candidate.Probability)
            {
                Features = candidate.Features,
                MayAnswer = MayAnswer(candidate.Features, model),
            })])
        {
            Shift = model.Shift == 0 ? null : new LanguageShift(language!, model.Shift), // only a language has a shift
        };
    }

    /// <summary>The language of a message, as far as anything was fitted to languages.</summary>
    internal string? LanguageOf(string text, string? hint) => _model.Shifts.Count == 0 ? null : LanguageGuess.Of(text, hint);

    // An address on record says more surely than any words which claim is meant; one of several claims is asked about.
    // Records that say the same are not several.
    internal static MatchResult? ByLink(AnalysedText text, IReadOnlyCollection<string> links, int count, KnowledgeGeneration generation)
    {
        var canonical = text.Links.Concat(links.Select(CanonicalLink.Of).OfType<string>()).ToHashSet();
        var claims = LinkReader.ClaimsOf(generation, canonical);
        return claims.Count == 0
            ? null
            : new MatchResult(
                claims.Count == 1 || claims.Skip(1).All(new StoryChoice(generation).SayingTheSame(claims[0])) ? Decision.Answer : Decision.Ask,
                [.. claims.Take(count).Select(claim => new Match(claim, CandidateRanking.CertainProbability / claims.Count) { MayAnswer = true })])
            {
                IsByLink = true,
            };
    }

    // How far the best is ahead tells how sure it is that no other claim is meant. A record that says the same is no other
    // claim: where it is what holds the best back, the best is measured against the next that says something else. And where
    // that is likely, too, the message may hold both, or be about the other.
    private Decision Decide(IReadOnlyList<MatchCandidate> ranked, MatchModel model, KnowledgeGeneration generation)
    {
        if (ranked.Count == 0)
            return Decision.None;
        var best = ranked[0];
        var decision = Decide(best, model);
        if (decision == Decision.Answer ? !IsLikelyToo(ranked.ElementAtOrDefault(1), best) : Decide(CandidateRanking.AheadOf(null, best, model), model) == decision)
            return decision;

        var saysTheSame = new StoryChoice(generation).SayingTheSame(IdOf(best));
        var rival = ranked.Skip(1).Take(MaxRivals).SkipWhile(candidate => saysTheSame(IdOf(candidate))).FirstOrDefault();
        return decision == Decision.Answer
            ? IsLikelyToo(rival, best) ? Decision.Ask : Decision.Answer
            : rival == ranked.ElementAtOrDefault(1) ? decision : Decide(CandidateRanking.AheadOf(rival, best, model), model);

        string IdOf(MatchCandidate candidate) => PassageReader.Of(generation).IdOf(candidate.Claim);
    }

    private static bool IsLikelyToo(MatchCandidate? rival, MatchCandidate best) =>
        rival is not null && rival.Probability >= best.Probability / 2 && !CandidateRanking.IsWordForWord(best.Features);

    private Decision Decide(MatchCandidate best, MatchModel model)
    {
        // Until the weight of its cosine was fitted to it, an embedding model can cast doubt on an answer and not bring one
        // about, and what the words suggest is asked about whatever it says.
        var byWords = best.Features.Meaning is null || model.IsMeaningCalibrated
            ? best.Probability
            : CandidateRanking.ProbabilityOf(best with { Features = best.Features with { Meaning = null } }, model);
        return Math.Min(best.Probability, byWords) >= options.AnswerAt && MayAnswer(best.Features, model) ? Decision.Answer
            : Math.Max(best.Probability, byWords) >= options.AskAt && MayAsk(best) ? Decision.Ask
            : Decision.None;
    }

    // One word in common, however rare, is chance, and so may be two; of a very short message it may be all there is.
    private static bool MayAsk(MatchCandidate best) => best switch
    {
        { Features.ThirdRarest: > 0 } or { Features.MessageCovered: >= ShortMessageCovered } => true,
        _ => best is { Features.MatchedTerms: 2, Probability: >= LikelyByTwoWords },
    };

    // Another number, or the one word missing that the claim turns on, makes another claim of the same sentence. What is
    // all but word for word on record is that claim, whatever its other wordings say.
    private static bool MayAnswer(MatchFeatures features, MatchModel model) =>
        features.NumbersConflict == 0
        && (!features.LeavesOutKeyTerm || features.BestOverlap >= VerbatimOverlap)
        && (features.Meaning is not { IsAlone: true } || model.IsMeaningCalibrated);
}
