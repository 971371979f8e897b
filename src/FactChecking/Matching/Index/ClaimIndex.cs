using FactChecking.Text;

namespace FactChecking.Matching.Index;

/// <summary>
/// The in-memory index that candidates come from: BM25 over one bag of terms a claim and script group, with binary query
/// terms (repeating a word in a message does not make it more about that word). Immutable once built.
/// </summary>
internal sealed class ClaimIndex
{
    /// <summary>Query terms that are scored; the sum of so many 8-bit impacts fits the 16-bit scores.</summary>
    public const int MaxQueryTerms = 256;

    private readonly IndexSegment[][] _groups;

    // One set of scores a searching thread: all zero between searches.
    [ThreadStatic]
    private static ushort[]? s_scores;

    /// <param name="groups">Segments of every <see cref="ScriptGroup"/>.</param>
    /// <param name="weights">How much each term tells.</param>
    /// <param name="grams">How much each run of characters tells.</param>
    public ClaimIndex(IndexSegment[][] groups, TermWeights weights, GramWeights grams) => (_groups, Weights, Grams) = (groups, weights, grams);

    /// <summary>Memory that the index takes.</summary>
    public long Bytes => Weights.Bytes + _groups.Sum(group => group.Sum(segment => segment.Bytes));

    /// <summary>How much a term tells.</summary>
    public TermWeights Weights { get; }

    /// <summary>How much a run of characters tells.</summary>
    public GramWeights Grams { get; }

    /// <summary>True when no claim has a text in these letters.</summary>
    public bool IsEmpty(ScriptGroup group) => _groups[(int)group].Length == 0;

    /// <summary>The best claims of one script group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="terms">Distinct terms, at most <see cref="MaxQueryTerms"/>.</param>
    /// <param name="count">How many claims to return at most.</param>
    public IReadOnlyList<(int Claim, ushort Score)> Search(ScriptGroup group, ReadOnlySpan<uint> terms, int count)
    {
        var scores = s_scores ??= new ushort[IndexSegment.Capacity];
        var best = new TopClaims(count);
        foreach (var segment in _groups[(int)group])
            segment.Search(terms, scores, best);
        return best.Drain();
    }
}
