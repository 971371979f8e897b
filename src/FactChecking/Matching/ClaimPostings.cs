using FactChecking.Messages;

namespace FactChecking.Matching;

/// <summary>
/// Where each term and each run of characters of a claim's passages in one script stands: looked up by what a message holds,
/// which is far less than what the passages hold.
/// </summary>
internal sealed class ClaimPostings
{
    private readonly Postings<uint, TermPlace> _places;
    private readonly Postings<ushort, int> _passagesWith;

    public ClaimPostings(IReadOnlyList<StoredPassage> passages, ScriptGroup script)
    {
        Script = script;
        Passages = [.. Enumerable.Range(0, passages.Count).Where(number => passages[number].Script == script)];
        var places = new List<(uint, TermPlace)>();
        var passagesWith = new List<(ushort, int)>();
        foreach (var number in Passages)
        {
            for (var position = 0; position < passages[number].Terms.Length; position++)
                places.Add((passages[number].Terms[position], new TermPlace(number, position)));
            foreach (var gram in passages[number].Grams)
                passagesWith.Add((gram, number));
        }
        (_places, _passagesWith) = (new(places), new(passagesWith));
    }

    public ScriptGroup Script { get; }

    /// <summary>The numbers of the passages, each its place among all of the claim.</summary>
    public int[] Passages { get; }

    /// <summary>Every place of a term, in order; none when no passage holds it.</summary>
    public ReadOnlySpan<TermPlace> PlacesOf(uint term) => _places.Of(term);

    /// <summary>The passages that hold this run of characters, in order.</summary>
    public ReadOnlySpan<int> PassagesWith(ushort gram) => _passagesWith.Of(gram);
}

/// <param name="Passage">Which of the claim's passages, from 0.</param>
/// <param name="Position">Which of its terms, from 0.</param>
internal readonly record struct TermPlace(int Passage, int Position);
