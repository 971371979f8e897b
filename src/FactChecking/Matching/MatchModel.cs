using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactChecking.Matching;

/// <summary>
/// Two logistic models over <see cref="MatchFeatures"/>: one ranks the candidates, the other gives the probability that
/// the best of them is meant. Their weights are in <c>Resources/match_model.json</c>, written by the training command
/// that CONTRIBUTING describes.
/// </summary>
internal sealed record MatchModel(IReadOnlyDictionary<string, double> Rank, IReadOnlyDictionary<string, double> Accept)
{
    /// <summary>Name of the constant term.</summary>
    public const string Intercept = "Intercept";

    public static MatchModel Shipped { get; } = Load();

    /// <summary>What is added to the constant term of the probability, for messages in a language (<see cref="Languages.All"/>).</summary>
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

    /// <summary>Higher is better; the scale means nothing by itself.</summary>
    public double RankOf(MatchFeatures features) => Sum(Rank, Meaning.Rank, features);

    /// <summary>The chance that this claim is the one that the message is about.</summary>
    public double ProbabilityOf(MatchFeatures features) => 1 / (1 + Math.Exp(-LogOddsOf(features)));

    /// <summary>The same chance as the logarithm of its odds.</summary>
    public double LogOddsOf(MatchFeatures features) => Sum(Accept, Meaning.Accept, features) + Shift;

    private static double Sum(IReadOnlyDictionary<string, double> weights, IReadOnlyDictionary<string, double> ofMeaning, MatchFeatures features)
    {
        var sum = weights.GetValueOrDefault(Intercept);
        foreach (var (name, value) in MatchFeatures.Names.Zip(features.ToArray()))
            sum += weights.GetValueOrDefault(name) * value;
        if (features.Meaning is not { } meaning)
            return sum;
        foreach (var (name, value) in MeaningFeatures.Names.Zip(meaning.ToArray()))
            sum += ofMeaning.GetValueOrDefault(name) * value;
        return sum;
    }

    private static MatchModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactChecking.Matching.Resources.match_model.json")!; // embedded by the project file
        return JsonSerializer.Deserialize<MatchModel>(stream, FactCheckingJson.Plain)
            ?? throw new JsonException("match_model.json is empty.");
    }
}
