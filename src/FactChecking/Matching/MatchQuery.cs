using System.Collections;
using FactChecking.Messages;

namespace FactChecking.Matching;

/// <summary>A message as the index and the features want it: distinct terms with what each tells, pairs, numbers.</summary>
internal sealed class MatchQuery
{
    private readonly Dictionary<uint, int> _places;

    private MatchQuery(AnalysedText text, uint[] terms, float[] weights, uint[] searchTerms, Dictionary<ulong, int> pairs)
    {
        Terms = terms;
        SearchTerms = searchTerms;
        Grams = CharacterGrams.Of(text.Folded);
        HasGram = new BitArray(CharacterGrams.Values);
        foreach (var gram in Grams)
            HasGram[gram] = true;
        Weights = weights;
        Pairs = pairs;
        TotalWeight = weights.Sum();
        Numbers = text.Numbers.ToHashSet();
        Script = ScriptGroups.Main(text.Terms);
        _places = terms.Index().ToDictionary(item => item.Item, item => item.Index);
    }

    /// <summary>Distinct terms, in the order of the message.</summary>
    public uint[] Terms { get; }

    /// <summary>The terms to search for: those that records hold; of a very long message, the ones that tell most.</summary>
    public uint[] SearchTerms { get; }

    /// <summary>What each term tells, 0 to 1 (<see cref="TermWeights"/>).</summary>
    public float[] Weights { get; }

    public float TotalWeight { get; }

    /// <summary>Neighbouring terms, and the place of each pair.</summary>
    public IReadOnlyDictionary<ulong, int> Pairs { get; }

    /// <summary>Runs of characters.</summary>
    public ushort[] Grams { get; }

    /// <summary>For every possible run whether the message holds it.</summary>
    public BitArray HasGram { get; }

    public IReadOnlySet<string> Numbers { get; }

    /// <summary>The script that the message is mostly in.</summary>
    public ScriptGroup Script { get; }

    public static MatchQuery Of(AnalysedText text, ClaimIndex index) =>
        Of(text, [.. text.Terms.Select(term => TermHash.Of(term))], index);

    /// <summary>
    /// The same message in the letters of another script: of every word the spelling that records hold. Null where the
    /// scripts share no letters to speak of (Han) or are the same.
    /// </summary>
    public MatchQuery? In(ScriptGroup script, AnalysedText text, ClaimIndex index)
    {
        Func<string, IEnumerable<string>>? spell = (Script, script) switch
        {
            (ScriptGroup.Cyrillic, ScriptGroup.Latin) => Transliteration.ToLatin,
            (ScriptGroup.Latin, ScriptGroup.Cyrillic) => word => [Transliteration.ToCyrillic(word)],
            _ => null,
        };
        return spell is null
            ? null
            : Of(text, [.. text.Words.Where(word => !StopWords.Contains(word)).Select(word => KnownSpelling(word, spell, index))], index);
    }

    private static MatchQuery Of(AnalysedText text, uint[] hashes, ClaimIndex index)
    {
        var terms = hashes.Distinct().ToArray();
        var known = terms.Where(index.Weights.Knows).ToArray();
        if (known.Length > ClaimIndex.MostQueryTerms)
            known = [.. known.OrderByDescending(index.Weights.Of).Take(ClaimIndex.MostQueryTerms)];
        return new MatchQuery(
            text, terms, [.. terms.Select(index.Weights.Of)], known, PairsOf(hashes).Distinct().Index().ToDictionary(item => item.Item, item => item.Index));
    }

    private static uint KnownSpelling(string word, Func<string, IEnumerable<string>> spell, ClaimIndex index)
    {
        if (char.IsDigit(word[0]))
            return TermHash.Of(word);
        var spellings = spell(word).Select(spelling => TermHash.Of(AnalysedText.Cut(spelling))).ToList();
        return spellings.FirstOrDefault(index.Weights.Knows, spellings[0]);
    }

    /// <summary>The place of a term in <see cref="Terms"/>; -1 when the message does not hold it.</summary>
    public int PlaceOf(uint term) => _places.TryGetValue(term, out var place) ? place : -1;

    /// <summary>Neighbouring terms as one number each; single Han characters are skipped, since pairs hold them.</summary>
    public static IEnumerable<ulong> PairsOf(uint[] terms)
    {
        uint? previous = null;
        foreach (var term in terms)
        {
            if (TermHash.IsSingleHan(term))
                continue;
            if (previous is { } before)
                yield return ((ulong)before << 32) | term;
            previous = term;
        }
    }
}
