using System.Runtime.InteropServices;
using FactChecking.Messages;

namespace FactChecking.Matching;

/// <summary>Compares a message with the passages of candidates.</summary>
internal sealed class FeatureReader(MatchQuery query, ClaimIndex index)
{
    // A claim stands close together in a long text: as many terms as the message has and half as many again.
    private const int ShortestWindow = 12;
    private const double WindowOfMessage = 1.5;

    // A term that this share of a claim's wordings holds is one that the claim cannot do without; said only of claims with
    // enough wordings to tell.
    private const double KeyTermShare = 0.6;
    private const int FewestWordings = 5;

    private readonly bool[] _inPassage = new bool[query.Terms.Length];
    private readonly bool[] _inClaim = new bool[query.Terms.Length];
    private readonly bool[] _orSynonym = new bool[query.Terms.Length];
    private readonly TermWeights _weights = index.Weights;
    private readonly HashSet<uint> _seen = [];
    private readonly List<(int Position, int Place)> _hits = [];
    private readonly List<float> _weightBefore = [];
    private bool _isTranslated;
    private readonly int[] _inWindow = new int[query.Terms.Length];
    private readonly int _window = Math.Max(ShortestWindow, (int)(query.Terms.Length * WindowOfMessage));

    /// <summary>The features that one candidate has by itself; those that compare candidates are left at 0.</summary>
    /// <param name="kind">Which letters message and record share; of a translation every word that means the same counts in full.</param>
    /// <param name="score">The candidate's BM25 score, as a share of what the message's terms could reach.</param>
    /// <param name="passages">All passages of the candidate.</param>
    public MatchFeatures Read(MatchKind kind, double score, IReadOnlyList<StoredPassage> passages)
    {
        Array.Clear(_inClaim);
        _isTranslated = kind.IsTranslated();
        var best = new Overlap(0, 0, 0, 0, null);
        double run = 0, window = 0, windowCovered = 0, cosine = 0, headline = 0, withSynonyms = 0;
        var nearest = 0;
        foreach (var (ordinal, passage) in passages.Index())
        {
            if (!IsInLetters(passage, kind))
                continue;
            var overlap = Compare(passage);
            if (overlap.Mean > best.Mean)
                (best, nearest) = (overlap, ordinal);
            cosine = Math.Max(cosine, overlap.Cosine);
            withSynonyms = Math.Max(withSynonyms, overlap.WithSynonyms);
            if (passage.Field != PassageField.Summary)
                headline = Math.Max(headline, overlap.Mean);
            run = Math.Max(run, LongestRun(passage));
            var near = NearEachOther();
            window = Math.Max(window, near.Alike);
            windowCovered = Math.Max(windowCovered, near.OfMessage);
        }

        var (gramsOfMessage, gramsAlike) = Grams(passages, kind);
        var (core, leavesOutKeyTerm) = Core(passages);
        var matched = query.Weights.Where((_, place) => _inClaim[place]).OrderDescending().ToList();
        return new MatchFeatures
        {
            Score = score,
            MessageCovered = best.OfMessage,
            PassageCovered = best.OfPassage,
            BestOverlap = best.Mean,
            CoreCovered = core,
            LeavesOutKeyTerm = leavesOutKeyTerm,
            NearestPassage = nearest,
            LongestRun = Math.Log(1 + run),
            WindowAlike = window,
            WindowCovered = windowCovered,
            Cosine = cosine,
            HeadlineOverlap = headline,
            CoveredWithSynonyms = withSynonyms,
            MatchedTerms = matched.Count,
            Rarest = matched.Count >= 1 ? matched[0] : 0,
            GramsOfMessage = gramsOfMessage,
            GramsAlike = gramsAlike,
            MatchedWeight = Math.Log(1 + matched.Sum()),
            ThirdRarest = matched.Count >= 3 ? matched[2] : 0,
            NumbersAgree = NumbersAgree(passages),
            NumbersConflict = NumbersConflict(best.Passage, passages),
            MessageLength = Math.Log(1 + query.Terms.Length),
        };
    }

    // A claim may be worded in many languages: those in other letters than were searched for have nothing to compare.
    private bool IsInLetters(StoredPassage passage, MatchKind kind) => (passage.Script == query.Script) != (kind == MatchKind.Across);

    private Overlap Compare(StoredPassage passage)
    {
        Array.Clear(_inPassage);
        Array.Clear(_orSynonym);
        _seen.Clear();
        _hits.Clear();
        _weightBefore.Clear();
        float ofPassage = 0, squares = 0, before = 0;
        foreach (var (position, term) in passage.Terms.Index())
        {
            var weight = _weights.Of(term);
            _weightBefore.Add(before);
            before += weight;
            var place = query.PlaceOf(term);
            var isOwn = place >= 0 && (_isTranslated || query.IsOwn(term, place));
            if (isOwn)
                _hits.Add((position, place));
            if (!_seen.Add(term))
                continue;
            ofPassage += weight;
            squares += weight * weight;
            if (isOwn)
                _inPassage[place] = _inClaim[place] = true;
            if (place >= 0)
                _orSynonym[place] = true;
        }
        _weightBefore.Add(before);

        float matched = 0, common = 0, withSynonyms = 0;
        for (var place = 0; place < _inPassage.Length; place++)
        {
            var weight = query.Weights[place];
            if (_orSynonym[place])
                withSynonyms += weight;
            if (!_inPassage[place])
                continue;
            matched += weight;
            common += weight * weight;
        }
        return new Overlap(
            query.TotalWeight == 0 ? 0 : matched / query.TotalWeight,
            ofPassage == 0 ? 0 : matched / ofPassage,
            squares == 0 || query.Norm == 0 ? 0 : common / (Math.Sqrt(squares) * query.Norm),
            query.TotalWeight == 0 ? 0 : withSynonyms / query.TotalWeight,
            passage);
    }

    // The stretch of the passage just compared that has most in common with the message: twice the common weight by all.
    private (double Alike, double OfMessage) NearEachOther()
    {
        Array.Clear(_inWindow);
        double alike = 0, ofMessage = 0;
        float matched = 0;
        var first = 0;
        foreach (var (position, place) in _hits)
        {
            if (_inWindow[place]++ == 0)
                matched += query.Weights[place];
            while (_hits[first].Position <= position - _window)
            {
                var left = _hits[first++].Place;
                if (--_inWindow[left] == 0)
                    matched -= query.Weights[left];
            }
            var all = _weightBefore[position + 1] - _weightBefore[_hits[first].Position];
            alike = Math.Max(alike, 2 * matched / (all + query.TotalWeight));
            ofMessage = Math.Max(ofMessage, matched / query.TotalWeight);
        }
        return (alike, ofMessage);
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

    private (double OfMessage, double Alike) Grams(IReadOnlyList<StoredPassage> passages, MatchKind kind)
    {
        if (query.Grams.Length == 0)
            return (0, 0);
        var found = new HashSet<ushort>();
        double alike = 0, ofMessage = 0;
        foreach (var passage in passages)
        {
            if (!IsInLetters(passage, kind))
                continue;
            double common = 0, all = 0;
            foreach (var gram in passage.Grams)
            {
                var weight = index.Grams.Of(gram);
                all += weight;
                if (!query.HasGram[gram])
                    continue;
                common += weight;
                if (found.Add(gram))
                    ofMessage += weight;
            }
            alike = Math.Max(alike, 2.0 * common / (all + query.TotalGramWeight));
        }
        return (ofMessage / query.TotalGramWeight, alike);
    }

    private double LongestRun(StoredPassage passage)
    {
        double run = 0, longest = 0;
        foreach (var pair in MatchQuery.PairsOf(passage.Terms))
        {
            run = query.Pairs.Contains(pair) ? run + query.WeightOfPair(pair) : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private double NumbersAgree(IReadOnlyList<StoredPassage> passages) =>
        query.Numbers.Count == 0
            ? 0
            : (double)passages.SelectMany(passage => passage.Numbers).Distinct().Count(query.Numbers.Contains) / query.Numbers.Count;

    // An amount differs from an amount and a year from a year. The wording nearest to the message may do without the number
    // that the claim itself turns on.
    private double NumbersConflict(StoredPassage? nearest, IReadOnlyList<StoredPassage> passages) =>
        Conflicts(query.Numbers.Where(IsYear), nearest, passages, IsYear) || Conflicts(query.Numbers.Where(IsAmount), nearest, passages, IsAmount) ? 1 : 0;

    private static bool Conflicts(IEnumerable<string> ofMessage, StoredPassage? nearest, IReadOnlyList<StoredPassage> passages, Func<string, bool> isOfKind)
    {
        var numbers = ofMessage.ToHashSet();
        if (numbers.Count == 0)
            return false;
        var isOtherThanNearest = nearest is not null && nearest.Numbers.Any(isOfKind) && !nearest.Numbers.Any(numbers.Contains);
        return isOtherThanNearest
            || (passages.Any(passage => passage.Field == PassageField.Claim && passage.Numbers.Any(isOfKind))
                && !passages.Any(passage => passage.Numbers.Any(numbers.Contains)));
    }

    private static bool IsYear(string number) => CalendarNumbers.YearOf(number) is not null;

    private static bool IsAmount(string number) => CalendarNumbers.YearOf(number) is null;

    private readonly record struct Overlap(double OfMessage, double OfPassage, double Cosine, double WithSynonyms, StoredPassage? Passage)
    {
        public double Mean => OfMessage + OfPassage == 0 ? 0 : 2 * OfMessage * OfPassage / (OfMessage + OfPassage);
    }
}
