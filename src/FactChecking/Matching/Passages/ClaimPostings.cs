using FactChecking.Text;

namespace FactChecking.Matching.Passages;

/// <summary>
/// Where each term and each run of characters of a claim's passages in one script stands: looked up by what a message holds,
/// which is far less than what the passages hold.
/// </summary>
internal sealed class ClaimPostings
{
    private readonly Dictionary<uint, TermPlace[]> _places;
    private readonly Dictionary<ushort, int[]> _passagesWith;

    public ClaimPostings(IReadOnlyList<StoredPassage> passages, ScriptGroup script)
    {
        Script = script;
        Passages = [.. Enumerable.Range(0, passages.Count).Where(number => passages[number].Script == script)];
        _places = Passages
            .SelectMany(number => passages[number].Terms.Select((term, position) => (Term: term, Place: new TermPlace(number, position))))
            .GroupBy(found => found.Term, found => found.Place)
            .ToDictionary(term => term.Key, term => term.ToArray());
        _passagesWith = Passages
            .SelectMany(number => passages[number].Grams.Select(gram => (Gram: gram, Passage: number)))
            .GroupBy(found => found.Gram, found => found.Passage)
            .ToDictionary(gram => gram.Key, gram => gram.ToArray());
    }

    public ScriptGroup Script { get; }

    /// <summary>The numbers of the passages, each its place among all of the claim.</summary>
    public int[] Passages { get; }

    /// <summary>Every place of a term, in order; none when no passage holds it.</summary>
    public ReadOnlySpan<TermPlace> PlacesOf(uint term) => _places.GetValueOrDefault(term);

    /// <summary>The passages that hold this run of characters, in order.</summary>
    public ReadOnlySpan<int> PassagesWith(ushort gram) => _passagesWith.GetValueOrDefault(gram);
}

/// <param name="Passage">Which of the claim's passages, from 0.</param>
/// <param name="Position">Which of its terms, from 0.</param>
internal readonly record struct TermPlace(int Passage, int Position);
