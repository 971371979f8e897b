namespace FactChecking.Evaluation;

/// <summary>
/// Fits logistic models by gradient ascent with Adam (Kingma and Ba, 2015) on standardised features, with a small
/// quadratic penalty. The sets are small enough that nothing faster is wanted.
/// </summary>
internal static class LogisticFit
{
    private const int Rounds = 3000;
    private const double Step = 0.02;
    private const double RankPenalty = 3e-3;
    private const double AcceptPenalty = 1e-3;

    /// <summary>One message: the features of its candidates, and which of them is right.</summary>
    public sealed record Choice(double[][] Candidates, bool[] Right, double Weight);

    /// <summary>Weights that put the right candidates of each message first (softmax over its candidates).</summary>
    public static double[] Ranking(IReadOnlyList<Choice> choices, int[] signs)
    {
        var scaling = new Scaling(choices.SelectMany(choice => choice.Candidates));
        var scaled = choices.Select(choice => choice with { Candidates = [.. choice.Candidates.Select(scaling.Apply)] }).ToList();
        var weights = Ascend(scaling.Size, weights => Sum(scaled, (choice, gradient) => AddRankingGradient(choice, weights, gradient), scaling.Size, scaled.Sum(choice => choice.Weight)), signs, RankPenalty);
        return scaling.Undo(weights, out _);
    }

    /// <summary>Weights and constant term of the chance that a candidate is right.</summary>
    /// <param name="cases">Candidates and whether they are right.</param>
    /// <param name="signs">For every feature the sign that its weight may have; 0: any.</param>
    public static (double[] Weights, double Intercept) Probability(IReadOnlyList<(double[] Features, bool Right, double Weight)> cases, int[] signs)
    {
        var scaling = new Scaling(cases.Select(item => item.Features));
        var scaled = cases.Select(item => (Features: (double[])[.. scaling.Apply(item.Features), 1], item.Right, item.Weight)).ToList();
        var weights = Ascend(scaling.Size + 1, weights => Sum(scaled, (item, gradient) =>
        {
            var error = (item.Right ? 1 : 0) - (1 / (1 + Math.Exp(-Dot(weights, item.Features))));
            for (var index = 0; index < gradient.Length; index++)
                gradient[index] += item.Weight * error * item.Features[index];
        }, scaling.Size + 1, scaled.Sum(item => item.Weight)), signs, AcceptPenalty);
        var unscaled = scaling.Undo(weights[..^1], out var shift);
        return (unscaled, weights[^1] + shift);
    }

    private static void AddRankingGradient(Choice choice, double[] weights, double[] gradient)
    {
        var scores = choice.Candidates.Select(candidate => Dot(weights, candidate)).ToArray();
        var highest = scores.Max();
        var odds = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var (all, right) = (odds.Sum(), odds.Where((_, index) => choice.Right[index]).Sum());
        for (var candidate = 0; candidate < odds.Length; candidate++)
        {
            var pull = ((choice.Right[candidate] ? odds[candidate] / right : 0) - (odds[candidate] / all)) * choice.Weight;
            for (var index = 0; index < gradient.Length; index++)
                gradient[index] += pull * choice.Candidates[candidate][index];
        }
    }

    private static double[] Ascend(int size, Func<double[], double[]> gradientAt, int[] signs, double penalty)
    {
        var (weights, mean, square) = (new double[size], new double[size], new double[size]);
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = gradientAt(weights);
            for (var index = 0; index < size; index++)
            {
                var slope = gradient[index] - (penalty * weights[index]);
                mean[index] = (0.9 * mean[index]) + (0.1 * slope);
                square[index] = (0.999 * square[index]) + (0.001 * slope * slope);
                weights[index] += Step * (mean[index] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(square[index] / (1 - Math.Pow(0.999, round))) + 1e-8);
                if (index < signs.Length && weights[index] * signs[index] < 0)
                    weights[index] = 0;
            }
        }
        return weights;
    }

    private static double[] Sum<T>(IReadOnlyList<T> items, Action<T, double[]> add, int size, double weight)
    {
        var gradient = new double[size];
        foreach (var item in items)
            add(item, gradient);
        for (var index = 0; index < size; index++)
            gradient[index] /= weight;
        return gradient;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var index = 0; index < right.Length; index++)
            sum += left[index] * right[index];
        return sum;
    }

    private sealed class Scaling
    {
        private readonly double[] _means;
        private readonly double[] _deviations;

        public Scaling(IEnumerable<double[]> samples)
        {
            var all = samples.ToList();
            Size = all[0].Length;
            _means = [.. Enumerable.Range(0, Size).Select(index => all.Average(sample => sample[index]))];
            _deviations = [.. Enumerable.Range(0, Size).Select(index =>
                Math.Max(Math.Sqrt(all.Average(sample => Math.Pow(sample[index] - _means[index], 2))), 1e-6))];
        }

        public int Size { get; }

        public double[] Apply(double[] sample) => [.. sample.Select((value, index) => (value - _means[index]) / _deviations[index])];

        public double[] Undo(double[] weights, out double shift)
        {
            shift = -weights.Select((weight, index) => weight * _means[index] / _deviations[index]).Sum();
            return [.. weights.Select((weight, index) => weight / _deviations[index])];
        }
    }
}
