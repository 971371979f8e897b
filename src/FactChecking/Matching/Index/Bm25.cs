namespace FactChecking.Matching.Index;

/// <summary>
/// Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with the idf of Lucene that is
/// never negative.
/// </summary>
internal static class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>Inverse document frequency.</summary>
    public static double Idf(int documents, int frequency) =>
        Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>What one term adds to a document's score.</summary>
    public static double Impact(double idf, double termFrequency, double length, double averageLength) =>
        idf * termFrequency * (K1 + 1) / (termFrequency + (K1 * (1 - B + (B * length / averageLength))));

    /// <summary>No impact is greater, whatever the term frequency.</summary>
    public static double LargestImpact(int documents) => Idf(documents, 1) * (K1 + 1);
}
