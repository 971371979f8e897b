using FactChecking.Curation.Calibration;

namespace FactChecking.Evaluation;

/// <summary>How far the probabilities can be believed: each first match, whether it was right, and what was said of it.</summary>
internal sealed class Calibration(IReadOnlyList<Outcome> outcomes)
{
    private readonly IReadOnlyList<(double Probability, bool Right)> _first =
        [.. outcomes.Where(outcome => outcome.Result.Matches.Count > 0)
            .Select(outcome => (outcome.Result.Matches[0].Probability, outcome.FirstRank == 1))];

    /// <summary>Mean squared error of the probabilities.</summary>
    public double Brier => Reliability.Brier(_first);

    /// <summary>Expected calibration error.</summary>
    public double Error => Reliability.Error(_first);

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
