namespace FactChecking.Curation.Calibration;

/// <summary>
/// Fits the one weight of a logistic model that the others leave open: maximum a posteriori with a normal prior, by
/// Newton's method. The prior keeps it finite, whatever the cases, and makes the optimum unique.
/// </summary>
internal static class WeightFit
{
    private const int MaxSteps = 100;
    private const double CloseEnough = 1e-10;

    /// <summary>One case: what the other weights give, the feature that the open weight multiplies, and what was true.</summary>
    public readonly record struct Case(double LogOdds, double Feature, bool IsTrue);

    /// <summary>The most probable weight.</summary>
    /// <param name="cases">What was seen.</param>
    /// <param name="mean">Mean of the prior.</param>
    /// <param name="deviation">Standard deviation of the prior.</param>
    /// <param name="start">Where to begin; null: at the mean.</param>
    public static double Of(IReadOnlyCollection<Case> cases, double mean, double deviation, double? start = null)
    {
        var precision = 1 / (deviation * deviation);
        var weight = start ?? mean;
        for (var step = 0; step < MaxSteps; step++)
        {
            double slope = -precision * (weight - mean), curvature = precision;
            foreach (var (logOdds, feature, isTrue) in cases)
            {
                var probability = ProbabilityOf(logOdds + (weight * feature));
                slope += ((isTrue ? 1 : 0) - probability) * feature;
                curvature += probability * (1 - probability) * feature * feature;
            }

            // Where the model is all but sure it has no curvature, and a whole step leads too far.
            var change = slope / curvature;
            var height = HeightAt(cases, weight, mean, precision);
            while (Math.Abs(change) > CloseEnough && HeightAt(cases, weight + change, mean, precision) < height)
                change /= 2;
            weight += change;
            if (Math.Abs(change) <= CloseEnough)
                break;
        }
        return weight;
    }

    public static double ProbabilityOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    // Logarithm of the posterior, but for a constant.
    private static double HeightAt(IReadOnlyCollection<Case> cases, double weight, double mean, double precision) =>
        cases.Sum(item => LogProbability(item.IsTrue ? item.LogOdds + (weight * item.Feature) : -item.LogOdds - (weight * item.Feature)))
        - (precision * (weight - mean) * (weight - mean) / 2);

    // Without overflow for any odds.
    private static double LogProbability(double logOdds) =>
        logOdds >= 0 ? -double.LogP1(Math.Exp(-logOdds)) : logOdds - double.LogP1(Math.Exp(logOdds));
}
