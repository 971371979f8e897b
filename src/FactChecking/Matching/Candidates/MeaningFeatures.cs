using FactChecking.Matching.Rules;

namespace FactChecking.Matching.Candidates;

/// <summary>
/// What an embedding model says for and against a claim. They are further features of the models of
/// <see cref="MatchModel"/>, absent where there is no embedding model or it did not answer.
/// </summary>
/// <param name="Cosine">Of the message and the claim's nearest passage, in deviations above the mean of passages of different claims.</param>
/// <param name="Gap">How far <see cref="Telling"/> is above the next candidate's.</param>
/// <param name="IsAlone">True when the claim did not come out of the index of words.</param>
internal sealed record MeaningFeatures(double Cosine, double Gap, bool IsAlone)
{
    public const string CosineName = "Meaning";
    public const string ComparedName = "MeaningCompared";
    public const string GapName = "MeaningGap";
    public const string AloneName = "MeaningAlone";


    /// <summary>The cosine as a feature: at least what unrelated pairs may have.</summary>
    public double Telling => Math.Max(Cosine, MatchRules.UnrelatedCosine);

    /// <summary>The features in the order of <see cref="Names"/>; the first is 1, so that its weight says which cosine is neutral.</summary>
    public double[] ToArray() => [1, Telling, Gap, IsAlone ? 1 : 0];

    public static IReadOnlyList<string> Names { get; } = [ComparedName, CosineName, GapName, AloneName];
}
