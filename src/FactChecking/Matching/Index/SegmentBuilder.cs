using System.Runtime.InteropServices;

namespace FactChecking.Matching.Index;

/// <summary>
/// Takes the claims of one <see cref="IndexSegment"/>. When it is closed its postings are brought together by term; what
/// each is worth is known only when all segments are closed.
/// </summary>
internal sealed class SegmentBuilder
{
    private const int MaxCounted = byte.MaxValue;

    private readonly List<int> _claims = [];
    private readonly List<int> _lengths = [];

    // While open: the postings in the order of entries, and the place of each term in the order of first appearance.
    private Dictionary<uint, int> _places = [];
    private List<int> _frequencies = [];
    private List<(int Place, ushort Entry, byte Count)> _postings = [];

    // When closed: the form of the segment, with counts where impacts will be.
    private uint[] _terms = [];
    private int[] _starts = [];
    private ushort[] _entries = [];
    private byte[] _counts = [];

    public int Entries => _claims.Count;

    public long TotalLength { get; private set; }

    public void Add(int claim, TermBag bag)
    {
        var entry = (ushort)_claims.Count;
        var length = 0;
        foreach (var (term, count) in bag.Counts())
        {
            length += count;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, term, out var isKnown);
            if (!isKnown)
            {
                place = _frequencies.Count;
                _frequencies.Add(0);
            }
            _frequencies[place]++;
            _postings.Add((place, entry, (byte)Math.Min(count, MaxCounted)));
        }
        _claims.Add(claim);
        _lengths.Add(length);
        TotalLength += length;
    }

    /// <summary>Sorts the postings by counting: a comparison of millions would take most of the time of a build.</summary>
    public void Close()
    {
        _terms = [.. _places.Keys];
        Array.Sort(_terms);
        _starts = new int[_terms.Length + 1];
        var next = new int[_terms.Length];
        for (var index = 0; index < _terms.Length; index++)
        {
            var place = _places[_terms[index]];
            next[place] = _starts[index];
            _starts[index + 1] = _starts[index] + _frequencies[place];
        }

        _entries = new ushort[_postings.Count];
        _counts = new byte[_postings.Count];
        foreach (var (place, entry, count) in _postings)
        {
            var at = next[place]++;
            (_entries[at], _counts[at]) = (entry, count);
        }
        (_places, _frequencies, _postings) = ([], [], []);
    }

    public void CountInto(Dictionary<uint, int> frequencies)
    {
        for (var index = 0; index < _terms.Length; index++)
            CollectionsMarshal.GetValueRefOrAddDefault(frequencies, _terms[index], out _) += _starts[index + 1] - _starts[index];
    }

    /// <summary>Makes the segment out of what was laid out; the builder is used up.</summary>
    public IndexSegment Build(int documents, double averageLength, Dictionary<uint, int> frequencies)
    {
        var scale = byte.MaxValue / Bm25.LargestImpact(documents);
        for (var index = 0; index < _terms.Length; index++)
        {
            var term = _terms[index];
            var idf = Bm25.Idf(documents, frequencies[term]) * (TermHash.IsSingleHan(term) ? TermWeights.OfSingleHan : 1);
            for (var posting = _starts[index]; posting < _starts[index + 1]; posting++)
            {
                var impact = Bm25.Impact(idf, _counts[posting], _lengths[_entries[posting]], averageLength);
                _counts[posting] = (byte)Math.Clamp(Math.Round(impact * scale), 1, byte.MaxValue);
            }
        }
        return new IndexSegment([.. _claims], _terms, _starts, _entries, _counts);
    }
}
