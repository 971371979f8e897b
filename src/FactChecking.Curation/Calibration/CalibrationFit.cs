namespace FactChecking.Curation.Calibration;

/// <summary>What the model says of a labelled match, and what is true.</summary>
/// <param name="Language">The language of the message.</param>
/// <param name="LogOdds">What all features but the cosine give, as shipped.</param>
/// <param name="Nearness">How far the cosine is above the neutral one, in deviations; null where no embedding model answered.</param>
/// <param name="IsTrue">Whether the match was confirmed.</param>
internal sealed record Observation(string Language, double LogOdds, double? Nearness, bool IsTrue)
{
    /// <summary>What the words alone give, as shipped.</summary>
    public double LogOddsByWords { get; init; } = LogOdds;
}

/// <summary>
/// A shift for each language that has enough matches, and with very many a weight for the cosine of the embedding model:
/// the most probable ones, each in turn while the others stand, until none moves. The sum that is climbed has one peak.
/// </summary>
internal sealed record CalibrationFit(IReadOnlyDictionary<string, double> Shifts, double CosineWeight)
{
    // Before anything is seen, two in three languages are taken to be within half a logarithm of odds of what is shipped.
    // It weighs about as much as sixteen coin tosses do, so that a few dozen matches move the shift half-way.
    private const double ShiftDeviation = 0.5;

    // Two in three embedding models are taken to tell between half and one and a half times what the prior says.
    private const double CosineDeviation = 0.5;

    private const int MaxRounds = 200;
    private const double CloseEnough = 1e-7;

    /// <summary>Fits.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="languages">The languages to fit a shift for.</param>
    /// <param name="cosinePrior">Weight of the cosine as shipped.</param>
    /// <param name="fitsCosine">False: that weight stays.</param>
    public static CalibrationFit Of(IReadOnlyList<Observation> seen, IReadOnlyCollection<string> languages, double cosinePrior, bool fitsCosine)
    {
        var fit = new CalibrationFit(languages.ToDictionary(language => language, _ => 0.0), cosinePrior);
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = fit;
            fit = fit with
            {
                Shifts = languages.ToDictionary(language => language, language => WeightFit.Of(
                    [.. seen.Where(item => item.Language == language).Select(item => new WeightFit.Case(item.LogOdds + before.OfCosine(item), 1, item.IsTrue))],
                    mean: 0,
                    ShiftDeviation,
                    start: before.Shifts[language])),
            };
            if (!fitsCosine)
                return fit;
            var shifts = fit.Shifts;
            // A cosine that speaks against what it is near to would be an accident of the matches.
            var weight = Math.Max(0, WeightFit.Of(
                [.. seen.Where(item => item.Nearness is not null)
                    .Select(item => new WeightFit.Case(item.LogOdds + shifts.GetValueOrDefault(item.Language), item.Nearness!.Value, item.IsTrue))], // just looked at
                cosinePrior,
                CosineDeviation * cosinePrior,
                start: fit.CosineWeight));
            fit = fit with { CosineWeight = weight };
            if (Math.Abs(weight - before.CosineWeight) < CloseEnough)
                break;
        }
        return fit;
    }

    /// <summary>The probability of a match as fitted.</summary>
    public double ProbabilityOf(Observation item) =>
        WeightFit.ProbabilityOf(item.LogOdds + Shifts.GetValueOrDefault(item.Language) + OfCosine(item));

    private double OfCosine(Observation item) => CosineWeight * (item.Nearness ?? 0);
}
