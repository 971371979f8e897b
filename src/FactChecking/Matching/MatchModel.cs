using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactChecking.Foundation;
using FactChecking.Languages;
using FactChecking.Matching.Candidates;

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

    /// <summary>What is added to the constant term of the probability, for messages in a language (<see cref="ReplyLanguages.All"/>).</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, double> Shifts { get; init; } = new Dictionary<string, double>();

    /// <summary>The shift that holds for the message at hand.</summary>
    [JsonIgnore]
    public double Shift { get; init; }

    /// <summary>The weights of what an embedding model says.</summary>
    [JsonIgnore]
    public MeaningWeights Meaning { get; init; } = MeaningWeights.Prior;

    /// <summary>True when the weight of the cosine was fitted to the embedding model in use, on enough matches.</summary>
    [JsonIgnore]
    public bool IsMeaningCalibrated { get; init; }

    /// <summary>Names the weights: what was fitted on top of other ones says nothing of these.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, FactCheckingJson.Plain)).AsSpan(0, 8));

    /// <summary>The model for messages in a language.</summary>
    public MatchModel In(string language) => this with { Shift = Shifts.GetValueOrDefault(language) };

    /// <summary>What the words say of a candidate's rank; comparable among candidates of one kind.</summary>
    public double RankByWords(MatchKind kind, MatchFeatures features) => Dot(_rank[(int)kind], features.ForRank());

    /// <summary>Higher is better; comparable among candidates of one kind. <see cref="MatchFeatures.RankScore"/> must be filled in.</summary>
    public double RankOf(MatchFeatures features) => features.RankScore + SumOf(Meaning.Rank, features.Meaning);

    /// <summary>The chance that this claim is the one that the message is about.</summary>
    public double ProbabilityOf(MatchKind kind, MatchFeatures features) => 1 / (1 + Math.Exp(-LogOddsOf(kind, features)));

    /// <summary>The same chance as the logarithm of its odds.</summary>
    public double LogOddsOf(MatchKind kind, MatchFeatures features) =>
        Dot(_accept, features.ForAccept()) + Intercept[kind] + Shift + SumOf(Meaning.Accept, features.Meaning);

    private static double SumOf(IReadOnlyDictionary<string, double> weights, MeaningFeatures? meaning) =>
        meaning is null ? 0 : MeaningFeatures.Names.Zip(meaning.ToArray()).Sum(pair => weights.GetValueOrDefault(pair.First) * pair.Second);

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
