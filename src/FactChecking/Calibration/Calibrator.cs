using Dapper;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;

namespace FactChecking.Calibration;

/// <summary>
/// Fits the constant term of the probability anew for each language, on matches that people confirmed or rejected: the
/// shipped one was learnt on other databases, and how sure a likeness makes depends on what else is on record.
/// </summary>
public sealed class Calibrator
{
    /// <summary>With fewer matches a language keeps the shipped constant term.</summary>
    public const int FewestPairs = 30;

    // Before anything is seen, two in three languages are taken to be within half a logarithm of odds of what is shipped.
    // It weighs about as much as sixteen coin tosses do, so that a few dozen matches move the shift half-way.
    private const double ShiftDeviation = 0.5;

    private const int Folds = 5;
    private const int Seed = 1958;

    private const string SelectNumber = "select number from claims where id = @claim";

    private readonly KnowledgeBase _knowledge;

    internal Calibrator(KnowledgeBase knowledge) => _knowledge = knowledge;

    /// <summary>Runs the matcher over all messages, and fits.</summary>
    public CalibrationOutcome Run(IReadOnlyList<LabelledMatch> matches)
    {
        var generation = _knowledge.Current;
        var numbers = matches.Select(match => match.Claim).Distinct()
            .ToDictionary(claim => claim, claim => generation.Read(connection => connection.QuerySingleOrDefault<int?>(SelectNumber, new { claim })));
        var compared = matches
            .Select(match => Compare(match, numbers[match.Claim], generation))
            .ToLookup(item => item.Match.Language);
        var outcomes = Languages.All.Where(compared.Contains).Select(language => Outcome(language, [.. compared[language]])).ToList();
        return new CalibrationOutcome(
            new LocalCalibration(
                MatchModel.Shipped.Fingerprint(),
                outcomes.Where(outcome => outcome.Shift is not null)
                    .ToDictionary(outcome => outcome.Language, outcome => new CalibratedLanguage(outcome.Shift!.Value, outcome.Used, ConfirmedOf(compared[outcome.Language])))), // just looked at
            outcomes,
            [.. numbers.Where(pair => pair.Value is null).Select(pair => pair.Key)]);
    }

    private static ComparedMatch Compare(LabelledMatch match, int? claim, KnowledgeGeneration generation)
    {
        var analysed = AnalysedText.Of(match.Text);
        if (ClaimMatcher.ByLink(analysed, [], generation) is not null)
            return new ComparedMatch(match, Reach.Certain, 0);

        var candidate = ClaimMatcher.Rank(ClaimMatcher.Read(match.Text, analysed, generation), MatchModel.Shipped)
            .FirstOrDefault(candidate => candidate.Claim == claim);
        return candidate is null ? new ComparedMatch(match, Reach.None, 0)
            : ClaimMatcher.IsWordForWord(candidate.Features) ? new ComparedMatch(match, Reach.Certain, 0)
            : new ComparedMatch(match, Reach.Model, MatchModel.Shipped.LogOddsOf(candidate.Features));
    }

    private static LanguageOutcome Outcome(string language, IReadOnlyList<ComparedMatch> all)
    {
        var used = all.Where(item => item.Reach == Reach.Model).Select(item => new WeightFit.Case(item.LogOdds, 1, item.Match.Confirmed)).ToList();
        var isEnough = used.Count >= FewestPairs;
        return new LanguageOutcome(
            language,
            all.Count,
            all.Count(item => item.Match.Confirmed),
            all.Count(item => item.Reach == Reach.None),
            all.Count(item => item.Reach == Reach.Certain),
            isEnough ? Math.Round(ShiftOf(used), 4) : null,
            ErrorsOf([.. used.Select(item => (WeightFit.ProbabilityOf(item.LogOdds), item.IsTrue))]),
            isEnough ? ErrorsOf(CrossValidated(used)) : null);
    }

    // Every probability by a shift that was fitted without it.
    private static List<(double Probability, bool IsTrue)> CrossValidated(List<WeightFit.Case> cases)
    {
        var shuffled = cases.ToArray();
        new Random(Seed).Shuffle(shuffled);
        return [.. Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var shift = ShiftOf([.. shuffled.Where((_, index) => index % Folds != fold)]);
            return shuffled.Where((_, index) => index % Folds == fold).Select(item => (WeightFit.ProbabilityOf(item.LogOdds + shift), item.IsTrue));
        })];
    }

    private static double ShiftOf(IReadOnlyCollection<WeightFit.Case> cases) => WeightFit.Of(cases, mean: 0, ShiftDeviation);

    private static ProbabilityErrors ErrorsOf(List<(double Probability, bool IsTrue)> said) => new(Reliability.Brier(said), Reliability.Error(said));

    private static int ConfirmedOf(IEnumerable<ComparedMatch> all) => all.Count(item => item is { Reach: Reach.Model, Match.Confirmed: true });

    private sealed record ComparedMatch(LabelledMatch Match, Reach Reach, double LogOdds);

    private enum Reach
    {
        None,
        Model,
        Certain,
    }
}
