namespace FactChecking.Evaluation;

/// <summary>How far the probabilities can be believed: each first match, whether it was right, and what was said of it.</summary>
internal sealed class Calibration(IReadOnlyList<Outcome> outcomes)
{
    private const int Bins = 10;

    private readonly IReadOnlyList<(double Probability, bool Right)> _first =
        [.. outcomes.Where(outcome => outcome.Result.Matches.Count > 0)
            .Select(outcome => (outcome.Result.Matches[0].Probability, outcome.FirstRank == 1))];

    /// <summary>Mean squared error of the probabilities (Brier, 1950).</summary>
    public double Brier => _first.Select(item => Math.Pow(item.Probability - (item.Right ? 1 : 0), 2)).DefaultIfEmpty().Average();

    /// <summary>Expected calibration error over ten bins of equal width (Guo et al., 2017).</summary>
    public double Error => _first.Count == 0 ? 0 : _first
        .GroupBy(item => Math.Min((int)(item.Probability * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Average(item => item.Probability) - bin.Average(item => item.Right ? 1.0 : 0)) * bin.Count()) / _first.Count;

    /// <summary>Area under the risk-coverage curve: mean share of wrong matches when only the surest are stated (Geifman and El-Yaniv, 2017).</summary>
    public double RiskCoverageArea
    {
        get
        {
            var wrong = 0;
            return _first.OrderByDescending(item => item.Probability)
                .Select((item, index) => (double)(wrong += item.Right ? 0 : 1) / (index + 1))
                .DefaultIfEmpty()
                .Average();
        }
    }
}
