namespace FactChecking.Matching.Index;

/// <summary>
/// How much every run of characters tells: its inverse document frequency as a share of the highest possible, like
/// <see cref="TermWeights"/>. Learnt from a sample of the passages: a few thousand say as much of common runs as all.
/// </summary>
internal sealed class GramWeights
{
    /// <summary>Passages that are enough of a sample.</summary>
    public const int Sample = 4096;

    private readonly float[] _weights = new float[CharacterGrams.Values];

    /// <param name="passages">The runs of the sampled passages.</param>
    public GramWeights(IEnumerable<ushort[]> passages)
    {
        var frequencies = new int[CharacterGrams.Values];
        var count = 0;
        foreach (var grams in passages)
        {
            count++;
            foreach (var gram in grams)
                frequencies[gram]++;
        }
        var highest = Bm25.Idf(count, 0);
        for (var gram = 0; gram < frequencies.Length; gram++)
            _weights[gram] = (float)(Bm25.Idf(count, frequencies[gram]) / highest);
    }

    public float Of(ushort gram) => _weights[gram];
}
