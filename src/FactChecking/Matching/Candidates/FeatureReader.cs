using FactChecking.Matching.Index;
using FactChecking.Matching.Passages;
using FactChecking.Matching.Rules;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Candidates;

/// <summary>Compares a message with the passages of candidates.</summary>
internal sealed class FeatureReader(MatchQuery query, ClaimIndex index)
{

    private readonly bool[] _inPassage = new bool[query.Terms.Length];
    private readonly bool[] _inClaim = new bool[query.Terms.Length];
    private readonly bool[] _orSynonym = new bool[query.Terms.Length];
    private readonly Overlaps _common = new(query, index);
    private readonly List<Hit> _hits = [];
    private readonly List<float> _matched = [];
    private readonly HashSet<string> _years = [.. query.Numbers.Where(IsYear)];
    private readonly HashSet<string> _amounts = [.. query.Numbers.Where(IsAmount)];
    private readonly int[] _inWindow = new int[query.Terms.Length];
    private readonly int _window = Math.Max(MatchRules.MinWindow, (int)(query.Terms.Length * MatchRules.WindowOfMessage));

    /// <summary>The features that one candidate has by itself; those that compare candidates are left at 0.</summary>
    /// <param name="kind">Which letters message and record share; of a translation every word that means the same counts in full.</param>
    /// <param name="score">The candidate's BM25 score, as a share of what the message's terms could reach.</param>
    /// <param name="passages">All passages of the candidate.</param>
    public MatchFeatures Read(MatchKind kind, double score, ClaimPassages passages)
    {
        Array.Clear(_inClaim);
        _common.Read(passages, kind);
        var best = new Overlap(0, 0, 0, 0, null);
        double run = 0, window = 0, windowCovered = 0, cosine = 0, headline = 0, withSynonyms = 0;
        var nearest = 0;
        for (var next = 0; next < _common.Hits.Count;)
        {
            var ordinal = _common.Hits[next].Passage;
            var passage = passages.All[ordinal];
            next = TakePassage(next);
            var overlap = Compare(passage);
            if (overlap.Mean > best.Mean)
                (best, nearest) = (overlap, ordinal);
            cosine = Math.Max(cosine, overlap.Cosine);
            withSynonyms = Math.Max(withSynonyms, overlap.WithSynonyms);
            if (passage.Field != PassageField.Summary)
                headline = Math.Max(headline, overlap.Mean);
            run = Math.Max(run, LongestRun(passage));
            var near = NearEachOther(passage.Weights.Before);
            window = Math.Max(window, near.Alike);
            windowCovered = Math.Max(windowCovered, near.OfMessage);
        }

        var (core, leavesOutKeyTerm) = Core(passages);
        ReadMatchedWeights();
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
            MatchedTerms = _matched.Count,
            Rarest = _matched.Count >= 1 ? _matched[0] : 0,
            GramsOfMessage = _common.GramsOfMessage,
            GramsAlike = _common.GramsAlike,
            MatchedWeight = Math.Log(1 + _matched.Sum()),
            ThirdRarest = _matched.Count >= 3 ? _matched[2] : 0,
            NumbersAgree = NumbersAgree(passages),
            NumbersConflict = NumbersConflict(best.Passage, passages),
            MessageLength = Math.Log(1 + query.Terms.Length),
        };
    }

    // Sets what the passage of this hit has in common with the message, and says where the hits of the next one begin.
    private int TakePassage(int first)
    {
        _hits.Clear();
        Array.Clear(_inPassage);
        Array.Clear(_orSynonym);
        var next = first;
        for (; next < _common.Hits.Count && _common.Hits[next].Passage == _common.Hits[first].Passage; next++)
        {
            var hit = _common.Hits[next];
            _orSynonym[hit.Place] = true;
            if (!hit.Counts)
                continue;
            _hits.Add(hit);
            _inPassage[hit.Place] = _inClaim[hit.Place] = true;
        }
        return next;
    }

    // What the terms in common with the claim tell, the rarest first.
    private void ReadMatchedWeights()
    {
        _matched.Clear();
        for (var place = 0; place < _inClaim.Length; place++)
        {
            if (_inClaim[place])
                _matched.Add(query.Weights[place]);
        }
        _matched.Sort();
        _matched.Reverse();
    }

    private Overlap Compare(StoredPassage passage)
    {
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
        var (ofPassage, squares) = (passage.Weights.Distinct, passage.Weights.Squares);
        return new Overlap(
            query.TotalWeight == 0 ? 0 : matched / query.TotalWeight,
            ofPassage == 0 ? 0 : matched / ofPassage,
            squares == 0 || query.Norm == 0 ? 0 : common / (Math.Sqrt(squares) * query.Norm),
            query.TotalWeight == 0 ? 0 : withSynonyms / query.TotalWeight,
            passage);
    }

    // The stretch of the passage just compared that has most in common with the message: twice the common weight by all.
    private (double Alike, double OfMessage) NearEachOther(float[] weightBefore)
    {
        Array.Clear(_inWindow);
        double alike = 0, ofMessage = 0;
        float matched = 0;
        var first = 0;
        foreach (var (_, position, place, _) in _hits)
        {
            if (_inWindow[place]++ == 0)
                matched += query.Weights[place];
            while (_hits[first].Position <= position - _window)
            {
                var left = _hits[first++].Place;
                if (--_inWindow[left] == 0)
                    matched -= query.Weights[left];
            }
            var all = weightBefore[position + 1] - weightBefore[_hits[first].Position];
            alike = Math.Max(alike, 2 * matched / (all + query.TotalWeight));
            ofMessage = Math.Max(ofMessage, matched / query.TotalWeight);
        }
        return (alike, ofMessage);
    }

    private (double Covered, bool LeavesOutKeyTerm) Core(ClaimPassages passages)
    {
        double all = 0, held = 0;
        var leavesOut = false;
        foreach (var core in passages.CoreIn(query.Script))
        {
            all += core.Weight;
            if (query.PlaceOf(core.Term) >= 0)
                held += core.Weight;
            else
                leavesOut |= core.IsKey;
        }
        return (all == 0 ? 0 : held / all, leavesOut);
    }

    // Of the passage just compared. Only neighbours that are both in the message can be a pair of it.
    private double LongestRun(StoredPassage passage)
    {
        double run = 0, longest = 0;
        foreach (var hit in _hits)
        {
            if (MatchQuery.PairEndingAt(passage.Terms, hit.Position) is not { } pair)
                continue;
            run = query.Pairs.Contains(pair) ? run + query.WeightOfPair(pair) : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private double NumbersAgree(ClaimPassages passages) =>
        query.Numbers.Count == 0 ? 0 : (double)query.Numbers.Count(passages.Numbers.Contains) / query.Numbers.Count;

    // An amount differs from an amount and a year from a year. The wording nearest to the message may do without the number
    // that the claim itself turns on.
    private double NumbersConflict(StoredPassage? nearest, ClaimPassages passages) =>
        Conflicts(_years, nearest, passages, IsYear) || Conflicts(_amounts, nearest, passages, IsAmount) ? 1 : 0;

    private static bool Conflicts(HashSet<string> numbers, StoredPassage? nearest, ClaimPassages passages, Func<string, bool> isOfKind)
    {
        if (numbers.Count == 0)
            return false;
        var isOtherThanNearest = nearest is not null && nearest.Numbers.Any(isOfKind) && !nearest.Numbers.Any(numbers.Contains);
        return isOtherThanNearest || (passages.NumbersOfClaim.Any(isOfKind) && !numbers.Overlaps(passages.Numbers));
    }

    private static bool IsYear(string number) => CalendarNumbers.YearOf(number) is not null;

    private static bool IsAmount(string number) => CalendarNumbers.YearOf(number) is null;

    private readonly record struct Overlap(double OfMessage, double OfPassage, double Cosine, double WithSynonyms, StoredPassage? Passage)
    {
        public double Mean => OfMessage + OfPassage == 0 ? 0 : 2 * OfMessage * OfPassage / (OfMessage + OfPassage);
    }
}
