using System.Runtime.InteropServices;
using FactChecking.Messages;

namespace FactChecking.Matching;

/// <summary>Collects the terms of claims, then weighs and lays them out as a <see cref="ClaimIndex"/>.</summary>
internal sealed class ClaimIndexBuilder
{
    // What a person posts is worded like the claim and its title; a summary beside them is longer and says more besides.
    private const int HeadlineWeight = 2;
    private const int MostCounted = byte.MaxValue;

    private readonly Group[] _groups = [.. Enumerable.Range(0, ScriptGroups.Count).Select(_ => new Group())];
    private readonly Bag[] _bags = [.. Enumerable.Range(0, ScriptGroups.Count).Select(_ => new Bag())];
    private int _claim = -1;

    /// <summary>Adds a passage. The passages of one claim come one after the other.</summary>
    public void Add(int claim, bool isSummary, ScriptGroup group, ReadOnlySpan<uint> terms)
    {
        if (claim != _claim)
            CloseClaim();
        _claim = claim;
        var counts = isSummary ? _bags[(int)group].Summary : _bags[(int)group].Headline;
        foreach (var term in terms)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
    }

    public ClaimIndex Build()
    {
        CloseClaim();
        var segments = _groups.Select(group => group.Build()).ToArray();
        return new ClaimIndex(segments, Weights());
    }

    private TermWeights Weights()
    {
        var frequencies = new Dictionary<uint, int>(_groups.Max(group => group.Frequencies.Count));
        foreach (var (term, frequency) in _groups.SelectMany(group => group.Frequencies))
            CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term, out _) += frequency;
        return new TermWeights(frequencies, _groups.Sum(group => group.Claims.Count));
    }

    private void CloseClaim()
    {
        for (var group = 0; group < _bags.Length; group++)
        {
            var bag = _bags[group].Empty();
            if (bag.Count > 0)
                _groups[group].Add(_claim, bag);
        }
    }

    /// <summary>How often each term stands in the passages of one claim.</summary>
    private sealed class Bag
    {
        public Dictionary<uint, int> Headline { get; private set; } = [];

        public Dictionary<uint, int> Summary { get; private set; } = [];

        /// <summary>The weighted counts; the bag is empty afterwards. A headline weighs more only where there is a summary beside it.</summary>
        public Dictionary<uint, int> Empty()
        {
            var (all, summary) = (Headline, Summary);
            if (summary.Count > 0)
            {
                foreach (var term in all.Keys)
                    CollectionsMarshal.GetValueRefOrAddDefault(all, term, out _) *= HeadlineWeight;
                foreach (var (term, count) in summary)
                    CollectionsMarshal.GetValueRefOrAddDefault(all, term, out _) += count;
            }
            (Headline, Summary) = ([], []);
            return all;
        }
    }

    private sealed class Group
    {
        // Postings of every segment: term, entry and count in one number, so that sorting brings a term together.
        private readonly List<List<ulong>> _postings = [];
        private readonly List<int> _lengths = [];
        private long _totalLength;

        public List<int> Claims { get; } = [];

        /// <summary>How many entries hold each term.</summary>
        public Dictionary<uint, int> Frequencies { get; } = [];

        public void Add(int claim, Dictionary<uint, int> bag)
        {
            var entry = Claims.Count % IndexSegment.Capacity;
            if (entry == 0)
                _postings.Add([]);
            var length = 0;
            foreach (var (term, count) in bag)
            {
                length += count;
                _postings[^1].Add(((ulong)term << 32) | ((ulong)entry << 8) | (uint)Math.Min(count, MostCounted));
                CollectionsMarshal.GetValueRefOrAddDefault(Frequencies, term, out _)++;
            }
            Claims.Add(claim);
            _lengths.Add(length);
            _totalLength += length;
        }

        public IndexSegment[] Build()
        {
            var segments = new IndexSegment[_postings.Count];
            Parallel.For(0, segments.Length, number => segments[number] = Segment(number));
            _postings.Clear();
            return segments;
        }

        private IndexSegment Segment(int number)
        {
            var postings = CollectionsMarshal.AsSpan(_postings[number]);
            postings.Sort();
            var first = number * IndexSegment.Capacity;
            var averageLength = (double)_totalLength / Claims.Count;
            var scale = byte.MaxValue / Bm25.LargestImpact(Claims.Count);

            var terms = new List<uint>();
            var starts = new List<int>();
            var entries = new ushort[postings.Length];
            var impacts = new byte[postings.Length];
            var idf = 0.0;
            for (var index = 0; index < postings.Length; index++)
            {
                var term = (uint)(postings[index] >> 32);
                if (terms.Count == 0 || terms[^1] != term)
                {
                    terms.Add(term);
                    starts.Add(index);
                    idf = Bm25.Idf(Claims.Count, Frequencies[term]) * (TermHash.IsSingleHan(term) ? TermWeights.OfSingleHan : 1);
                }
                entries[index] = (ushort)(postings[index] >> 8);
                var impact = Bm25.Impact(idf, (byte)postings[index], _lengths[first + entries[index]], averageLength);
                impacts[index] = (byte)Math.Clamp(Math.Round(impact * scale), 1, byte.MaxValue);
            }
            starts.Add(postings.Length);
            _postings[number] = [];
            return new IndexSegment([.. Claims.Skip(first).Take(IndexSegment.Capacity)], [.. terms], [.. starts], entries, impacts);
        }
    }
}
