using System.Numerics;

namespace FactChecking.Matching.Index;

/// <summary>
/// How much every known term tells: its inverse document frequency as a share of the highest possible, so that a weight
/// means the same in a database of a thousand records and of a million. Kept in eight bits, five bytes a term.
/// </summary>
internal sealed class TermWeights
{
    private const uint Empty = 0;

    // A single Han character stands in words of every kind, and the pairs beside it tell the same more surely.
    public const float OfSingleHan = 0.3f;

    private readonly uint[] _terms;
    private readonly byte[] _weights;
    private readonly uint _mask;

    /// <param name="frequencies">How many entries hold each term.</param>
    /// <param name="entries">How many entries there are.</param>
    public TermWeights(IReadOnlyDictionary<uint, int> frequencies, int entries)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(frequencies.Count * 3 / 2, 16));
        (_terms, _weights, _mask) = (new uint[size], new byte[size], size - 1);
        var highest = Bm25.Idf(entries, 0);
        foreach (var (term, frequency) in frequencies)
        {
            var slot = Slot(term);
            _terms[slot] = term == Empty ? 2 : term;
            _weights[slot] = (byte)Math.Round(Bm25.Idf(entries, frequency) / highest * byte.MaxValue);
        }
    }

    public long Bytes => _terms.LongLength * 5;

    /// <summary>The weight of a term, 0 to 1; 1 for a term that no record holds.</summary>
    public float Of(uint term)
    {
        var slot = Slot(term);
        var weight = _terms[slot] == Empty ? 1 : _weights[slot] / (float)byte.MaxValue;
        return TermHash.IsSingleHan(term) ? weight * OfSingleHan : weight;
    }

    /// <summary>True when a record holds the term.</summary>
    public bool Knows(uint term) => _terms[Slot(term)] != Empty;

    // Linear probing: the hash is already well mixed.
    private uint Slot(uint term)
    {
        if (term == Empty)
            term = 2;
        var slot = (term >> 1) & _mask;
        while (_terms[slot] != Empty && _terms[slot] != term)
            slot = (slot + 1) & _mask;
        return slot;
    }
}
