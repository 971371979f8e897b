namespace FactChecking.Evaluation;

/// <summary>The interval in which a mean would lie in 95 of 100 draws of messages like these (percentile bootstrap).</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;
    private const int Seed = 1979;

    public static (double Low, double High) Interval(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return (0, 0);
        var random = new Random(Seed);
        var means = Enumerable.Range(0, Draws)
            .Select(_ => Enumerable.Range(0, values.Count).Average(_ => values[random.Next(values.Count)]))
            .Order()
            .ToList();
        return (means[Draws / 40], means[^(Draws / 40)]);
    }
}
