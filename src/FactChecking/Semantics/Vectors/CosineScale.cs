namespace FactChecking.Semantics.Vectors;

/// <summary>
/// How alike two texts on different things are to a model. E5 gives hardly any pair less than 0.7, other models 0.1: only
/// in deviations from the mean do their cosines say the same.
/// </summary>
internal sealed record CosineScale(double Mean, double Deviation)
{
    // With a handful of records alone can the pairs be so much alike.
    private const double SmallestDeviation = 0.01;

    public static CosineScale Of(IReadOnlyCollection<float> cosines)
    {
        var mean = cosines.Average(cosine => (double)cosine);
        return new CosineScale(mean, Math.Max(SmallestDeviation, Math.Sqrt(cosines.Average(cosine => (cosine - mean) * (cosine - mean)))));
    }

    public double Normalise(double cosine) => (cosine - Mean) / Deviation;
}
