using System.Runtime.InteropServices;
using FactChecking.Matching.Index;
using FactChecking.Matching.Rules;
using FactChecking.Text;

namespace FactChecking.Matching.Passages;

/// <summary>The passages of a claim, and what they have in common.</summary>
internal sealed class ClaimPassages(IReadOnlyList<StoredPassage> all)
{
    private const int WorthPostings = 16;

    private readonly CoreTerm[]?[] _core = new CoreTerm[Enum.GetValues<ScriptGroup>().Length][];
    private IReadOnlyList<ClaimPostings>? _postings;
    private int _comparisons;

    public IReadOnlyList<StoredPassage> All { get; } = all;

    /// <summary>
    /// What stands where in them, script by script. Null until the claim has been compared some times: most of a large base never are, and reading
    /// the passages through costs less than this.
    /// </summary>
    public IReadOnlyList<ClaimPostings>? Postings =>
        _postings ?? (Interlocked.Increment(ref _comparisons) < WorthPostings ? null : _postings = ReadPostings());

    /// <summary>The numbers of all passages.</summary>
    public IReadOnlySet<string> Numbers { get; } = all.SelectMany(passage => passage.Numbers).ToHashSet();

    /// <summary>The numbers of the sentences that say what the claim is.</summary>
    public IReadOnlyList<string> NumbersOfClaim { get; } =
        [.. all.Where(passage => passage.Field == PassageField.Claim).SelectMany(passage => passage.Numbers).Distinct()];

    /// <summary>
    /// The terms of the claim's wordings in this script, or in any where there are none in it. Every term counts by the square
    /// of the share of wordings that hold it: common to all 1, to a tenth 0.01.
    /// </summary>
    public ReadOnlySpan<CoreTerm> CoreIn(ScriptGroup script) => _core[(int)script] ??= ReadCore(script);

    private IReadOnlyList<ClaimPostings> ReadPostings() =>
        [.. All.Select(passage => passage.Script).Distinct().Select(script => new ClaimPostings(All, script))];

    private CoreTerm[] ReadCore(ScriptGroup script)
    {
        var wordings = All.Where(passage => passage.Field != PassageField.Summary).ToList();
        if (wordings.Any(passage => passage.Script == script))
            wordings.RemoveAll(passage => passage.Script != script);

        var counts = new Dictionary<uint, int>();
        foreach (var term in wordings.SelectMany(passage => passage.Terms.Distinct()))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
        return [.. counts.Select(count =>
        {
            var share = (double)count.Value / wordings.Count;
            return new CoreTerm(
                count.Key,
                share * share,
                wordings.Count >= MatchRules.MinWordingsForKeyTerms && share >= MatchRules.KeyTermShare && !TermHash.IsSingleHan(count.Key));
        })];
    }

    /// <param name="Term">The term.</param>
    /// <param name="Weight">How much it belongs to the claim, 0 to 1.</param>
    /// <param name="IsKey">True when the claim cannot do without it.</param>
    public readonly record struct CoreTerm(uint Term, double Weight, bool IsKey);
}
