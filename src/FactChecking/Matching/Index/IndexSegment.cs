using System.Numerics;
using System.Runtime.InteropServices;

namespace FactChecking.Matching.Index;

/// <summary>
/// Up to 65,536 claims of one script group: for every term the claims that hold it and an 8-bit BM25 impact. A segment
/// has its own 16-bit numbering, so that a posting takes three bytes and the scores of a search stay in the L2 cache.
/// </summary>
internal sealed class IndexSegment
{
    public const int Capacity = 1 << 16;

    private readonly uint[] _terms;
    private readonly int[] _starts;
    private readonly ushort[] _entries;
    private readonly byte[] _impacts;
    private readonly int[] _claims;

    /// <param name="claims">Claim number of every entry.</param>
    /// <param name="terms">The terms, ascending.</param>
    /// <param name="starts">Where the postings of each term start; one more than there are terms.</param>
    /// <param name="entries">Entry of every posting.</param>
    /// <param name="impacts">Quantised score of every posting.</param>
    public IndexSegment(int[] claims, uint[] terms, int[] starts, ushort[] entries, byte[] impacts) =>
        (_claims, _terms, _starts, _entries, _impacts) = (claims, terms, starts, entries, impacts);

    public int Entries => _claims.Length;

    public long Bytes => (long)_terms.Length * 4 + (long)_starts.Length * 4 + (long)_entries.Length * 3 + (long)_claims.Length * 4;

    /// <summary>Adds up the impacts of the terms and offers the best entries.</summary>
    /// <param name="terms">Distinct query terms.</param>
    /// <param name="scores">Room for <see cref="Capacity"/> scores, all zero; left all zero.</param>
    /// <param name="best">Takes the best entries.</param>
    public void Search(ReadOnlySpan<uint> terms, ushort[] scores, TopClaims best)
    {
        foreach (var term in terms)
        {
            var at = Array.BinarySearch(_terms, term);
            if (at < 0)
                continue;
            var entries = _entries.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);
            var impacts = _impacts.AsSpan(_starts[at], entries.Length);
            for (var index = 0; index < entries.Length; index++)
                scores[entries[index]] += impacts[index];
        }
        Collect(scores, best);
    }

    private void Collect(ushort[] scores, TopClaims best)
    {
        var lanes = Vector<ushort>.Count;
        var entries = (Entries + lanes - 1) / lanes * lanes;
        var vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(scores.AsSpan(0, entries));
        for (var block = 0; block < vectors.Length; block++)
        {
            if (!Vector.GreaterThanAny(vectors[block], new Vector<ushort>(best.Floor)))
                continue;
            for (var entry = block * lanes; entry < (block + 1) * lanes; entry++)
            {
                if (scores[entry] > best.Floor)
                    best.Offer(_claims[entry], scores[entry]);
            }
        }
        Array.Clear(scores, 0, entries);
    }
}
