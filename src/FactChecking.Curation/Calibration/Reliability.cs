namespace FactChecking.Curation.Calibration;

/// <summary>How far probabilities can be believed, by what came true of them.</summary>
internal static class Reliability
{
    private const int Bins = 10;

    /// <summary>Mean squared error (Brier, 1950); 0 without any.</summary>
    public static double Brier(IEnumerable<(double Probability, bool IsTrue)> said) =>
        said.Select(item => Math.Pow(item.Probability - (item.IsTrue ? 1 : 0), 2)).DefaultIfEmpty().Average();

    /// <summary>Expected calibration error over ten bins of equal width (Guo et al., 2017); 0 without any.</summary>
    public static double Error(IReadOnlyCollection<(double Probability, bool IsTrue)> said) => said.Count == 0 ? 0 : said
        .GroupBy(item => Math.Min((int)(item.Probability * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Average(item => item.Probability) - bin.Average(item => item.IsTrue ? 1.0 : 0)) * bin.Count()) / said.Count;
}
