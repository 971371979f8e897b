using System.Reflection;
using System.Text.Json;
using FactChecking.Foundation;
using FactChecking.Matching.Candidates;

namespace FactChecking.Matching;

/// <summary>
/// The weights of <see cref="MeaningFeatures"/> in the two models. Those in <c>Resources/meaning_prior.json</c> were not learnt:
/// CONTRIBUTING says what they rest on. Training leaves them alone; the calibrate verb fits the weight of the cosine.
/// </summary>
internal sealed record MeaningWeights(IReadOnlyDictionary<string, double> Rank, IReadOnlyDictionary<string, double> Accept)
{
    public static MeaningWeights Prior { get; } = Load();

    /// <summary>What one deviation of the cosine adds to the logarithm of the odds.</summary>
    public double CosineWeight => Accept[MeaningFeatures.CosineName];

    /// <summary>The cosine that speaks neither for nor against, in deviations.</summary>
    public double NeutralCosine { get; private init; } = -Accept[MeaningFeatures.ComparedName] / Accept[MeaningFeatures.CosineName];

    /// <summary>
    /// The same weights with another one for the cosine. Which cosine is neutral stays, and the rank trusts the embedding
    /// model as much more or less as the probability does.
    /// </summary>
    public MeaningWeights WithCosineWeight(double weight)
    {
        var trust = weight / CosineWeight;
        return new MeaningWeights(Scale(Rank, trust), Scale(Accept, trust)) { NeutralCosine = NeutralCosine };
    }

    private static Dictionary<string, double> Scale(IReadOnlyDictionary<string, double> weights, double factor) =>
        weights.ToDictionary(
            pair => pair.Key,
            pair => pair.Key is MeaningFeatures.CosineName or MeaningFeatures.ComparedName ? pair.Value * factor : pair.Value);

    private static MeaningWeights Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactChecking.Matching.Resources.meaning_prior.json")!; // embedded by the project file
        return JsonSerializer.Deserialize<MeaningWeights>(stream, FactCheckingJson.Plain)
            ?? throw new JsonException("meaning_prior.json is empty.");
    }
}
