namespace FactChecking.Matching.Index;

/// <summary>The terms of one claim with repetitions, and how much each counts.</summary>
internal sealed class TermBag
{
    // What a person posts is worded like the claim and its title; a summary beside them is longer and says more besides.
    private const int HeadlineWeight = 2;

    private readonly List<uint> _headline = [];
    private readonly List<uint> _summary = [];

    public bool IsEmpty => _headline.Count + _summary.Count == 0;

    public void Add(bool isSummary, ReadOnlySpan<uint> terms) => (isSummary ? _summary : _headline).AddRange(terms);

    /// <summary>The different terms, ascending, with their counts. A headline weighs more only where there is a summary beside it.</summary>
    public IEnumerable<(uint Term, int Count)> Counts()
    {
        _headline.Sort();
        _summary.Sort();
        var weight = _summary.Count > 0 ? HeadlineWeight : 1;
        for (int headline = 0, summary = 0; headline < _headline.Count || summary < _summary.Count;)
        {
            var term = Math.Min(TermAt(_headline, headline), TermAt(_summary, summary));
            yield return (term, (weight * Skip(_headline, term, ref headline)) + Skip(_summary, term, ref summary));
        }
    }

    public void Clear()
    {
        _headline.Clear();
        _summary.Clear();
    }

    private static uint TermAt(List<uint> terms, int index) => index < terms.Count ? terms[index] : uint.MaxValue;

    private static int Skip(List<uint> terms, uint term, ref int index)
    {
        var start = index;
        while (index < terms.Count && terms[index] == term)
            index++;
        return index - start;
    }
}
