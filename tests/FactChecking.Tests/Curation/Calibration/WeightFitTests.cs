using FactChecking.Curation.Calibration;

namespace FactChecking.Tests.Curation.Calibration;

public sealed class WeightFitTests
{
    [Fact]
    public void The_fit_is_the_peak_of_the_posterior()
    {
        var random = new Random(3);
        var cases = Enumerable.Range(0, 200)
            .Select(_ => new WeightFit.Case(random.NextDouble() * 6 - 3, random.NextDouble() * 4 - 1, random.NextDouble() < 0.3))
            .ToList();

        var weight = WeightFit.Of(cases, mean: 0.4, deviation: 0.7);

        // The slope of the logarithm of the posterior, written out: nothing pulls either way.
        var slope = cases.Sum(item => ((item.IsTrue ? 1 : 0) - WeightFit.ProbabilityOf(item.LogOdds + (weight * item.Feature))) * item.Feature)
            - ((weight - 0.4) / (0.7 * 0.7));
        Assert.Equal(0, slope, 1e-6);
    }

    [Fact]
    public void Nothing_seen_leaves_the_prior() =>
        Assert.Equal(0.4, WeightFit.Of([], mean: 0.4, deviation: 0.7));

    [Fact]
    public void Few_cases_move_the_weight_little_and_many_move_it_to_what_they_say()
    {
        // The model says one in two; nine in ten are true: log odds of 2.2.
        var (few, many) = (WeightFit.Of(NineInTen(10), 0, 0.5), WeightFit.Of(NineInTen(5000), 0, 0.5));

        Assert.InRange(few, 0.3, 1.1);
        Assert.Equal(Math.Log(9), many, 0.05);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public void A_model_that_is_wholly_wrong_and_sure_of_it_does_not_throw_the_fit_off(double logOdds)
    {
        var cases = Enumerable.Repeat(new WeightFit.Case(logOdds, 1, logOdds < 0), 5000).ToList();

        var weight = WeightFit.Of(cases, 0, 0.5);

        Assert.True(double.IsFinite(weight));
        Assert.InRange(-weight * Math.Sign(logOdds), 55, 65);
    }

    [Fact]
    public void Errors_of_probabilities_are_those_of_the_definitions()
    {
        (double Probability, bool IsTrue)[] said = [(0.9, true), (0.9, false), (0.2, false), (0.2, false)];

        Assert.Equal((0.01 + 0.81 + 0.04 + 0.04) / 4, Reliability.Brier(said), 1e-12);
        Assert.Equal((0.4 * 2 / 4) + (0.2 * 2 / 4), Reliability.Error(said), 1e-12);
        Assert.Equal(0, Reliability.Error([(1, true), (0, false)]));
    }

    private static List<WeightFit.Case> NineInTen(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new WeightFit.Case(0, 1, index % 10 != 0))];
}
