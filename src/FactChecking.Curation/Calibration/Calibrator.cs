using Dapper;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Matching.Candidates;
using FactChecking.Semantics;
using FactChecking.TextAnalysis;

namespace FactChecking.Curation.Calibration;

/// <summary>
/// Fits the probabilities to matches that people confirmed or rejected: for each language the constant term, as how sure a
/// likeness makes depends on what else is on record; and how much the cosine of an embedding model tells.
/// </summary>
public sealed class Calibrator
{
    /// <summary>With fewer matches a language keeps the shipped constant term.</summary>
    public const int FewestPairs = 30;

    /// <summary>With fewer matches the weight of the cosine stays as shipped.</summary>
    public const int FewestPairsForMeaning = 300;

    private const int Folds = 5;
    private const int Seed = 1958;

    private const string SelectNumber = "select number from claims where id = @claim";

    private readonly KnowledgeBase _knowledge;
    private readonly SemanticSearch? _meaning;
    private readonly string? _embeddingModel;

    internal Calibrator(KnowledgeBase knowledge, SemanticSearch? meaning = null, string? embeddingModel = null) =>
        (_knowledge, _meaning, _embeddingModel) = (knowledge, meaning, embeddingModel);

    /// <summary>Runs the matcher over all messages, and fits.</summary>
    public async Task<CalibrationOutcome> RunAsync(IReadOnlyList<LabelledMatch> matches, CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        var numbers = matches.Select(match => match.Claim).Distinct()
            .ToDictionary(claim => claim, claim => generation.Read(connection => connection.QuerySingleOrDefault<int?>(SelectNumber, new { claim })));
        var compared = new List<ComparedMatch>(matches.Count);
        foreach (var match in matches)
            compared.Add(await CompareAsync(match, numbers[match.Claim], generation, cancellationToken));
        return Outcome(compared) with { UnknownClaims = [.. numbers.Where(pair => pair.Value is null).Select(pair => pair.Key)] };
    }

    private async Task<ComparedMatch> CompareAsync(LabelledMatch match, int? claim, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        var analysed = AnalysedText.Of(match.Text);
        if (ClaimMatcher.FindByLink(analysed, [], generation, 1) is not null)
            return new ComparedMatch(match, IsReached: true, null);

        var candidates = await CandidateSearch.FindAsync(match.Text, analysed, generation, _meaning, cancellationToken);
        var candidate = CandidateRanking.Rank(candidates, MatchModel.Shipped).FirstOrDefault(candidate => candidate.Claim == claim);
        return candidate is null ? new ComparedMatch(match, IsReached: false, null)
            : candidate.Features.IsWordForWord ? new ComparedMatch(match, IsReached: true, null)
            : new ComparedMatch(match, IsReached: true, Observe(match, candidate));
    }

    private static Observation Observe(LabelledMatch match, MatchCandidate candidate)
    {
        var (kind, features) = (candidate.Kind, candidate.Features);
        var prior = MatchModel.Shipped.Meaning;
        var nearness = features.Meaning?.Telling - prior.NeutralCosine;
        return new Observation(match.Language, MatchModel.Shipped.LogOddsOf(kind, features) - (prior.CosineWeight * (nearness ?? 0)), nearness, match.Confirmed)
        {
            LogOddsByWords = MatchModel.Shipped.LogOddsOf(kind, features with { Meaning = null }),
        };
    }

    private CalibrationOutcome Outcome(List<ComparedMatch> compared)
    {
        var seen = compared.Select(item => item.Seen).OfType<Observation>().ToList();
        var languages = seen.GroupBy(item => item.Language).Where(group => group.Count() >= FewestPairs).Select(group => group.Key).ToList();
        var withMeaning = seen.Count(item => item.Nearness is not null);
        var prior = MatchModel.Shipped.Meaning.CosineWeight;
        var shipped = new CalibrationFit(new Dictionary<string, double>(), prior);
        var fitsCosine = withMeaning >= FewestPairsForMeaning && DoesMeaningHelp(seen, languages, prior);
        var fit = CalibrationFit.Of(seen, languages, prior, fitsCosine);
        var validated = CrossValidated(seen, languages, prior, fitsCosine).ToLookup(item => item.Seen.Language);

        return new CalibrationOutcome(
            new LocalCalibration(
                MatchModel.Shipped.Fingerprint(),
                languages.ToDictionary(language => language, language => new CalibratedLanguage(
                    Math.Round(fit.Shifts[language], 4),
                    seen.Count(item => item.Language == language),
                    seen.Count(item => item.Language == language && item.IsTrue))),
                fitsCosine ? new CalibratedMeaning(_embeddingModel!, Math.Round(fit.CosineWeight, 4), withMeaning) : null), // there are no cosines without one
            [.. from language in ReplyLanguages.All
                let all = compared.Where(item => item.Match.Language == language).ToList()
                where all.Count > 0
                let used = all.Select(item => item.Seen).OfType<Observation>().ToList()
                select new LanguageOutcome(
                    language,
                    all.Count,
                    all.Count(item => item.Match.Confirmed),
                    all.Count(item => !item.IsReached),
                    all.Count(item => item is { IsReached: true, Seen: null }),
                    languages.Contains(language) ? Math.Round(fit.Shifts[language], 4) : null,
                    ErrorsOf(used.Select(item => (item, shipped.ProbabilityOf(item)))),
                    languages.Contains(language) || fitsCosine ? ErrorsOf(validated[language]) : null)],
            [])
        {
            PairsWithMeaning = _meaning is null ? null : withMeaning,
        };
    }

    // What a model finds alone may be answered once its weight is fitted. A model that on other matches than those it was
    // fitted to makes the probabilities no better than words do must not have that.
    private static bool DoesMeaningHelp(List<Observation> seen, List<string> languages, double prior)
    {
        var byWords = seen.Select(item => new Observation(item.Language, item.LogOddsByWords, null, item.IsTrue)).ToList();
        return ErrorsOf(CrossValidated(seen, languages, prior, fitsCosine: true)).Brier
            < ErrorsOf(CrossValidated(byWords, languages, prior, fitsCosine: false)).Brier;
    }

    // Every probability by what was fitted without it.
    private static List<(Observation Seen, double Probability)> CrossValidated(List<Observation> seen, List<string> languages, double prior, bool fitsCosine)
    {
        var shuffled = seen.ToArray();
        new Random(Seed).Shuffle(shuffled);
        return [.. Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var fit = CalibrationFit.Of([.. shuffled.Where((_, index) => index % Folds != fold)], languages, prior, fitsCosine);
            return shuffled.Where((_, index) => index % Folds == fold).Select(item => (item, fit.ProbabilityOf(item)));
        })];
    }

    private static ProbabilityErrors ErrorsOf(IEnumerable<(Observation Seen, double Probability)> said) =>
        ErrorsOf([.. said.Select(item => (item.Probability, item.Seen.IsTrue))]);

    private static ProbabilityErrors ErrorsOf(List<(double Probability, bool IsTrue)> said) => new(Reliability.Brier(said), Reliability.Error(said));

    /// <param name="Match">What was labelled.</param>
    /// <param name="IsReached">Whether the claim is among the candidates.</param>
    /// <param name="Seen">What the model says of it; null where no model decides.</param>
    private sealed record ComparedMatch(LabelledMatch Match, bool IsReached, Observation? Seen);
}
