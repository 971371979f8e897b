using System.Runtime.InteropServices;

namespace FactChecking.Matching;

/// <summary>Compares a message with the passages of candidates.</summary>
internal sealed class FeatureReader(MatchQuery query, TermWeights weights)
{
    // A term that this share of a claim's wordings holds is one that the claim cannot do without; said only of claims with
    // enough wordings to tell.
    private const double KeyTermShare = 0.6;
    private const int FewestWordings = 5;

    private readonly bool[] _inPassage = new bool[query.Terms.Length];
    private readonly bool[] _inClaim = new bool[query.Terms.Length];
    private readonly bool[] _pairFound = new bool[query.Pairs.Count];
    private readonly HashSet<uint> _seen = [];

    /// <summary>The features that one candidate has by itself; those that compare candidates are left at 0.</summary>
    /// <param name="score">The candidate's BM25 score, as a share of what the message's terms could reach.</param>
    /// <param name="passages">All passages of the candidate.</param>
    public MatchFeatures Read(double score, IReadOnlyList<StoredPassage> passages)
    {
        Array.Clear(_inClaim);
        var best = new Overlap(0, 0, null);
        double pairs = 0;
        var nearest = 0;
        foreach (var (ordinal, passage) in passages.Index())
        {
            var overlap = Compare(passage);
            if (overlap.Mean > best.Mean)
                (best, nearest) = (overlap, ordinal);
            pairs = Math.Max(pairs, PairsCovered(passage));
        }

        var (gramsOfMessage, gramsAlike) = Grams(passages);
        var (core, leavesOutKeyTerm) = Core(passages);
        var matched = query.Weights.Where((_, place) => _inClaim[place]).OrderDescending().ToList();
        return new MatchFeatures
        {
            Score = score,
            MessageCovered = best.OfMessage,
            PassageCovered = best.OfPassage,
            BestOverlap = best.Mean,
            MessageCoveredByAll = query.TotalWeight == 0 ? 0 : matched.Sum() / query.TotalWeight,
            CoreCovered = core,
            LeavesOutKeyTerm = leavesOutKeyTerm,
            NearestPassage = nearest,
            PairsCovered = pairs,
            GramsOfMessage = gramsOfMessage,
            GramsAlike = gramsAlike,
            MatchedWeight = Math.Log(1 + matched.Sum()),
            ThirdRarest = matched.Count >= 3 ? matched[2] : 0,
            NumbersAgree = NumbersAgree(passages),
            NumbersConflict = NumbersConflict(best.Passage, passages),
            MessageLength = Math.Log(1 + query.Terms.Length),
        };
    }

    private Overlap Compare(StoredPassage passage)
    {
        Array.Clear(_inPassage);
        float ofPassage = 0, matchedOfPassage = 0;
        _seen.Clear();
        foreach (var term in passage.Terms)
        {
            if (!_seen.Add(term))
                continue;
            var weight = weights.Of(term);
            ofPassage += weight;
            var place = query.PlaceOf(term);
            if (place < 0)
                continue;
            matchedOfPassage += weight;
            _inPassage[place] = _inClaim[place] = true;
        }

        float matched = 0;
        for (var place = 0; place < _inPassage.Length; place++)
        {
            if (_inPassage[place])
                matched += query.Weights[place];
        }
        return new Overlap(
            query.TotalWeight == 0 ? 0 : matched / query.TotalWeight,
            ofPassage == 0 ? 0 : matchedOfPassage / ofPassage,
            passage);
    }

    // Every term counts by the square of the share of wordings that hold it: common to all 1, to a tenth 0.01.
    private (double Covered, bool LeavesOutKeyTerm) Core(IReadOnlyList<StoredPassage> passages)
    {
        var wordings = passages.Where(passage => passage.Field != PassageField.Summary).ToList();
        if (wordings.Any(passage => passage.Script == query.Script))
            wordings.RemoveAll(passage => passage.Script != query.Script);

        var counts = new Dictionary<uint, int>();
        foreach (var term in wordings.SelectMany(passage => passage.Terms.Distinct()))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
        double all = 0, held = 0;
        var leavesOut = false;
        foreach (var (term, count) in counts)
        {
            var share = (double)count / wordings.Count;
            all += share * share;
            if (query.PlaceOf(term) >= 0)
                held += share * share;
            else if (wordings.Count >= FewestWordings && share >= KeyTermShare && !TermHash.IsSingleHan(term))
                leavesOut = true;
        }
        return (all == 0 ? 0 : held / all, leavesOut);
    }

    private (double OfMessage, double Alike) Grams(IReadOnlyList<StoredPassage> passages)
    {
        if (query.Grams.Length == 0)
            return (0, 0);
        var found = new HashSet<ushort>();
        double alike = 0;
        foreach (var passage in passages)
        {
            var common = 0;
            foreach (var gram in passage.Grams)
            {
                if (!query.HasGram[gram])
                    continue;
                common++;
                found.Add(gram);
            }
            alike = Math.Max(alike, 2.0 * common / (passage.Grams.Length + query.Grams.Length));
        }
        return ((double)found.Count / query.Grams.Length, alike);
    }

    private double PairsCovered(StoredPassage passage)
    {
        if (query.Pairs.Count == 0)
            return 0;
        var found = 0;
        Array.Clear(_pairFound);
        foreach (var pair in MatchQuery.PairsOf(passage.Terms))
        {
            if (!query.Pairs.TryGetValue(pair, out var place) || _pairFound[place])
                continue;
            _pairFound[place] = true;
            found++;
        }
        return (double)found / query.Pairs.Count;
    }

    private double NumbersAgree(IReadOnlyList<StoredPassage> passages) =>
        query.Numbers.Count == 0
            ? 0
            : (double)passages.SelectMany(passage => passage.Numbers).Distinct().Count(query.Numbers.Contains) / query.Numbers.Count;

    // The wording nearest to the message may do without the number that the claim itself turns on.
    private double NumbersConflict(StoredPassage? nearest, IReadOnlyList<StoredPassage> passages)
    {
        if (query.Numbers.Count == 0)
            return 0;
        var isOtherThanNearest = nearest is { Numbers.Length: > 0 } && !nearest.Numbers.Any(query.Numbers.Contains);
        var isOtherThanClaim = passages.Any(passage => passage.Field == PassageField.Claim && passage.Numbers.Length > 0)
            && !passages.Any(passage => passage.Numbers.Any(query.Numbers.Contains));
        return isOtherThanNearest || isOtherThanClaim ? 1 : 0;
    }

    private readonly record struct Overlap(double OfMessage, double OfPassage, StoredPassage? Passage)
    {
        public double Mean => OfMessage + OfPassage == 0 ? 0 : 2 * OfMessage * OfPassage / (OfMessage + OfPassage);
    }
}
