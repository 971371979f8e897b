using FactChecking.Matching.Index;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Candidates;

/// <summary>The runs of characters of a message: the same, whatever letters its words are looked for in.</summary>
internal sealed class QueryGrams
{
    // A bit for every possible run: nearly all that is asked for is not there, which a bit tells sooner than a table.
    // Made when it is asked: claims that are often compared have tables of their own.
    private ulong[]? _has;

    public QueryGrams(AnalysedText text, ClaimIndex index)
    {
        All = CharacterGrams.Of(text.Folded);
        TotalWeight = All.Sum(index.Grams.Of);
    }

    public ushort[] All { get; }

    public float TotalWeight { get; }

    public bool Has(ushort gram) => ((_has ??= Bits())[gram >> 6] & (1UL << gram)) != 0;

    private ulong[] Bits()
    {
        var bits = new ulong[CharacterGrams.Values / 64];
        foreach (var gram in All)
            bits[gram >> 6] |= 1UL << gram;
        return bits;
    }
}
