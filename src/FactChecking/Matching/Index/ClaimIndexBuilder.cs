using FactChecking.Text;

namespace FactChecking.Matching.Index;

/// <summary>Collects the terms of claims, then weighs and lays them out as a <see cref="ClaimIndex"/>.</summary>
internal sealed class ClaimIndexBuilder
{
    private readonly Group[] _groups = [.. Enumerable.Range(0, ScriptGroups.Count).Select(_ => new Group())];
    private int _claim = -1;

    /// <summary>Adds a passage. The passages of one claim come one after the other.</summary>
    public void Add(int claim, bool isSummary, ScriptGroup group, ReadOnlySpan<uint> terms)
    {
        if (claim != _claim)
            CloseClaim();
        _claim = claim;
        _groups[(int)group].Bag.Add(isSummary, terms);
    }

    /// <param name="grams">How much each run of characters tells.</param>
    public ClaimIndex Build(GramWeights grams)
    {
        CloseClaim();
        var entries = _groups.Sum(group => group.Entries);
        var segments = _groups.Select(group => group.Build()).ToArray();
        var frequencies = new Dictionary<uint, int>(_groups.Max(group => group.Frequencies.Count));
        foreach (var (term, frequency) in _groups.SelectMany(group => group.Frequencies))
            frequencies[term] = frequencies.GetValueOrDefault(term) + frequency;
        return new ClaimIndex(segments, new TermWeights(frequencies, entries), grams);
    }

    private void CloseClaim()
    {
        foreach (var group in _groups)
            group.CloseClaim(_claim);
    }

    /// <summary>The claims of one script group, a segment after the other.</summary>
    private sealed class Group
    {
        private readonly List<SegmentBuilder> _segments = [];

        /// <summary>The terms of the claim that is being added.</summary>
        public TermBag Bag { get; } = new();

        public int Entries => _segments.Sum(segment => segment.Entries);

        /// <summary>How many entries hold each term; known once built.</summary>
        public Dictionary<uint, int> Frequencies { get; } = [];

        public void CloseClaim(int claim)
        {
            if (Bag.IsEmpty)
                return;
            if (_segments.Count == 0 || _segments[^1].Entries == IndexSegment.Capacity)
                Open();
            _segments[^1].Add(claim, Bag);
            Bag.Clear();
        }

        public IndexSegment[] Build()
        {
            if (_segments.Count > 0)
                _segments[^1].Close();
            foreach (var segment in _segments)
                segment.CountInto(Frequencies);
            var averageLength = _segments.Sum(segment => segment.TotalLength) / (double)Entries;
            var documents = Entries;
            var segments = new IndexSegment[_segments.Count];
            Parallel.For(0, segments.Length, number => segments[number] = _segments[number].Build(documents, averageLength, Frequencies));
            return segments;
        }

        // Only one segment is open at a time: a closed one takes three bytes a posting, an open one three times that.
        private void Open()
        {
            if (_segments.Count > 0)
                _segments[^1].Close();
            _segments.Add(new SegmentBuilder());
        }
    }
}
