using FactChecking.Matching.Index;
using FactChecking.Matching.Passages;
using FactChecking.Text;

namespace FactChecking.Matching.Candidates;

/// <summary>
/// What a message has in common with the passages of a candidate. A claim may be worded in many languages: those in other
/// letters than were searched for have nothing to compare.
/// </summary>
internal sealed class Overlaps(MatchQuery query, ClaimIndex index)
{
    private readonly List<ClaimPostings> _inLetters = [];
    private double[] _gramsOfPassage = [];

    /// <summary>The terms in common, passage by passage and in the order of each.</summary>
    public List<Hit> Hits { get; } = [];

    /// <summary>Share of the message's runs of characters that any passage holds, by weight.</summary>
    public double GramsOfMessage { get; private set; }

    /// <summary>Runs in common with the passage that is most alike in them: twice their weight by that of all.</summary>
    public double GramsAlike { get; private set; }

    public void Read(ClaimPassages passages, MatchKind kind)
    {
        Hits.Clear();
        (GramsOfMessage, GramsAlike) = (0, 0);
        if (passages.Postings is not { } postings)
        {
            ReadThrough(passages, kind);
            return;
        }

        _inLetters.Clear();
        foreach (var ofScript in postings)
        {
            if (IsInLetters(ofScript.Script, kind))
                _inLetters.Add(ofScript);
        }
        LookTermsUp(kind);
        if (query.Grams.All.Length > 0)
            LookGramsUp(passages);
    }

    private bool IsInLetters(ScriptGroup script, MatchKind kind) => (script == query.Script) != (kind == MatchKind.Across);

    private bool Counts(uint term, int place, MatchKind kind) => kind.IsTranslated() || query.IsOwn(term, place);

    private void LookTermsUp(MatchKind kind)
    {
        foreach (var (term, place) in query.Places)
        {
            var counts = Counts(term, place, kind);
            foreach (var postings in _inLetters)
            {
                foreach (var (passage, position) in postings.PlacesOf(term))
                    Hits.Add(new Hit(passage, position, place, counts));
            }
        }
        Hits.Sort();
    }

    private void LookGramsUp(ClaimPassages passages)
    {
        if (_gramsOfPassage.Length < passages.All.Count)
            _gramsOfPassage = new double[passages.All.Count];
        Array.Clear(_gramsOfPassage);
        double ofMessage = 0;
        foreach (var gram in query.Grams.All)
        {
            var weight = index.Grams.Of(gram);
            var isFound = false;
            foreach (var postings in _inLetters)
            {
                foreach (var number in postings.PassagesWith(gram))
                {
                    isFound = true;
                    _gramsOfPassage[number] += weight;
                }
            }
            if (isFound)
                ofMessage += weight;
        }
        if (ofMessage == 0)
            return;
        GramsOfMessage = ofMessage / query.Grams.TotalWeight;
        foreach (var postings in _inLetters)
        {
            foreach (var number in postings.Passages)
                GramsAlike = Math.Max(GramsAlike, Alike(_gramsOfPassage[number], passages.All[number]));
        }
    }

    private void ReadThrough(ClaimPassages passages, MatchKind kind)
    {
        var gramsFound = new HashSet<ushort>();
        double ofMessage = 0;
        for (var number = 0; number < passages.All.Count; number++)
        {
            var passage = passages.All[number];
            if (!IsInLetters(passage.Script, kind))
                continue;
            for (var position = 0; position < passage.Terms.Length; position++)
            {
                var term = passage.Terms[position];
                if (query.PlaceOf(term) is >= 0 and var place)
                    Hits.Add(new Hit(number, position, place, Counts(term, place, kind)));
            }

            double common = 0;
            foreach (var gram in passage.Grams)
            {
                if (!query.Grams.Has(gram))
                    continue;
                var weight = index.Grams.Of(gram);
                common += weight;
                if (gramsFound.Add(gram))
                    ofMessage += weight;
            }
            if (common > 0)
                GramsAlike = Math.Max(GramsAlike, Alike(common, passage));
        }
        if (ofMessage > 0)
            GramsOfMessage = ofMessage / query.Grams.TotalWeight;
    }

    private double Alike(double common, StoredPassage passage) => 2.0 * common / (passage.Weights.Grams + query.Grams.TotalWeight);
}

/// <summary>A term that a passage and the message have in common.</summary>
/// <param name="Passage">Which passage of the claim.</param>
/// <param name="Position">Which of its terms.</param>
/// <param name="Place">Which of the message's terms it is, or means.</param>
/// <param name="Counts">False for a word that only means the same.</param>
internal readonly record struct Hit(int Passage, int Position, int Place, bool Counts) : IComparable<Hit>
{
    public int CompareTo(Hit other) => Passage != other.Passage ? Passage.CompareTo(other.Passage) : Position.CompareTo(other.Position);
}
