using FactChecking.Messages;

namespace FactChecking.Matching;

/// <summary>The runs of characters of a message: the same, whatever letters its words are looked for in.</summary>
internal sealed class QueryGrams
{
    // A bit for every possible run: nearly all that is asked for is not there, which a bit tells sooner than a table.
    private readonly ulong[] _has = new ulong[CharacterGrams.Values / 64];

    public QueryGrams(AnalysedText text, ClaimIndex index)
    {
        All = CharacterGrams.Of(text.Folded);
        foreach (var gram in All)
            _has[gram >> 6] |= 1UL << gram;
        TotalWeight = All.Sum(index.Grams.Of);
    }

    public ushort[] All { get; }

    public float TotalWeight { get; }

    public bool Has(ushort gram) => (_has[gram >> 6] & (1UL << gram)) != 0;
}
