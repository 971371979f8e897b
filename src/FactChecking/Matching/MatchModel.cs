using System.Reflection;
using System.Text.Json;

namespace FactChecking.Matching;

/// <summary>
/// Two logistic models over <see cref="MatchFeatures"/>: one ranks the candidates, the other gives the probability that
/// the best of them is meant. Their weights are in <c>Resources/match_model.json</c>, written by the training command
/// that CONTRIBUTING describes.
/// </summary>
/// <param name="Rank">For every kind of match the weights of the ranking.</param>
/// <param name="Accept">Weights of the probability.</param>
/// <param name="Intercept">For every kind of match the constant term of the probability.</param>
internal sealed record MatchModel(
    IReadOnlyDictionary<MatchKind, IReadOnlyDictionary<string, double>> Rank,
    IReadOnlyDictionary<string, double> Accept,
    IReadOnlyDictionary<MatchKind, double> Intercept)
{
    private readonly double[][] _rank =
        [.. Enum.GetValues<MatchKind>().Select(kind => Ordered(Rank[kind], MatchFeatures.RankNames))];

    private readonly double[] _accept = Ordered(Accept, MatchFeatures.AcceptNames);

    public static MatchModel Shipped { get; } = Load();

    /// <summary>Higher is better; comparable among candidates of one kind.</summary>
    public double RankOf(MatchKind kind, MatchFeatures features) => Dot(_rank[(int)kind], features.ForRank());

    /// <summary>The chance that this claim is the one that the message is about.</summary>
    public double ProbabilityOf(MatchKind kind, MatchFeatures features) =>
        1 / (1 + Math.Exp(-Dot(_accept, features.ForAccept()) - Intercept[kind]));

    private static double Dot(double[] weights, double[] values)
    {
        double sum = 0;
        for (var index = 0; index < weights.Length; index++)
            sum += weights[index] * values[index];
        return sum;
    }

    private static double[] Ordered(IReadOnlyDictionary<string, double> weights, IReadOnlyList<string> names) =>
        [.. names.Select(name => weights.GetValueOrDefault(name))];

    private static MatchModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactChecking.Matching.Resources.match_model.json")!; // embedded by the project file
        return JsonSerializer.Deserialize<MatchModel>(stream, FactCheckingJson.Plain)
            ?? throw new JsonException("match_model.json is empty.");
    }
}
