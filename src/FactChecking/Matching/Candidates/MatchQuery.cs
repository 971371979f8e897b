using FactChecking.Languages;
using FactChecking.Matching.Index;
using FactChecking.Matching.Rules;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Candidates;

/// <summary>A message as the index and the features want it: distinct terms with what each tells, pairs, numbers.</summary>
internal sealed class MatchQuery
{
    // A bit for some bits of every term: nearly all that is asked for is not there, which a bit tells sooner than a table.
    private readonly ulong[] _mayHold = new ulong[64];
    private readonly TermWeights _termWeights;
    private readonly AnalysedText _text;

    /// <param name="text">The message.</param>
    /// <param name="same">What is the same in whatever letters the message is searched for.</param>
    /// <param name="hashes">Its terms in order.</param>
    /// <param name="alike">For a term others that mean the same.</param>
    /// <param name="areTranslations">True when those are all to be searched for; synonyms only beside the message's own words.</param>
    /// <param name="index">Tells which terms records hold, and what they tell.</param>
    private MatchQuery(AnalysedText text, (ScriptGroup Script, QueryGrams Grams, IReadOnlySet<string> Numbers) same, uint[] hashes, IEnumerable<(uint Term, IEnumerable<uint> Alike)> alike, bool areTranslations, ClaimIndex index)
    {
        _termWeights = index.Weights;
        _text = text;
        (Script, Grams, Numbers) = same;
        Terms = [.. hashes.Distinct()];
        Places = Terms.Index().ToDictionary(item => item.Item, item => item.Index);
        Weights = [.. Terms.Select(index.Weights.Of)];
        foreach (var (term, others) in alike)
        {
            if (!Places.TryGetValue(term, out var place))
                continue;
            foreach (var other in others.Where(index.Weights.Knows))
                Places.TryAdd(other, place);
        }
        foreach (var term in Places.Keys)
            _mayHold[(term >> 7) & 63] |= 1UL << (int)(term >> 1);
        var own = areTranslations ? [.. Places.Keys] : Terms;
        SearchTerms = Searchable(own, index);
        SynonymTerms = Places.Count > own.Length && own.Length <= MatchRules.MaxTermsForSynonyms ? Searchable(Places.Keys, index) : [];
        Pairs = PairsOf(hashes).ToHashSet();
        TotalWeight = Weights.Sum();
        Norm = Math.Sqrt(Weights.Sum(weight => (double)weight * weight));
    }

    private static uint[] Searchable(IReadOnlyCollection<uint> terms, ClaimIndex index)
    {
        var known = terms.Where(index.Weights.Knows).ToArray();
        return known.Length <= ClaimIndex.MaxQueryTerms ? known : [.. known.OrderByDescending(index.Weights.Of).Take(ClaimIndex.MaxQueryTerms)];
    }

    /// <summary>Distinct terms, in the order of the message.</summary>
    public uint[] Terms { get; }

    /// <summary>The terms and those that mean the same, each with its place in <see cref="Terms"/>.</summary>
    public Dictionary<uint, int> Places { get; }

    /// <summary>The terms to search for: those that records hold; of a very long message, the ones that tell most.</summary>
    public uint[] SearchTerms { get; }

    /// <summary>The terms to search for with the synonyms of each; empty when there are none.</summary>
    public uint[] SynonymTerms { get; }

    /// <summary>What each term tells, 0 to 1 (<see cref="TermWeights"/>).</summary>
    public float[] Weights { get; }

    /// <summary>The language of the message, one of <see cref="ReplyLanguages.All"/>, as it is guessed.</summary>
    public string Language => _text.Language;

    public float TotalWeight { get; }

    /// <summary>Length of the vector of weights.</summary>
    public double Norm { get; }

    /// <summary>Neighbouring terms.</summary>
    public IReadOnlySet<ulong> Pairs { get; }

    /// <summary>Runs of characters.</summary>
    public QueryGrams Grams { get; }

    public IReadOnlySet<string> Numbers { get; }

    /// <summary>The script that the message is mostly in.</summary>
    public ScriptGroup Script { get; }

    public static MatchQuery Of(AnalysedText text, ClaimIndex index)
    {
        var hashes = text.Terms.Select(term => TermHash.Of(term)).ToArray();
        var script = ScriptGroups.Main(text.Terms);
        var alike = text.Words
            .Where(word => !StopWords.Contains(word))
            .Select(word => (TermHash.Of(AnalysedText.Cut(word)), Concepts.Of(word, script).Select(term => TermHash.Of(term))));
        return new MatchQuery(text, (script, new QueryGrams(text, index), text.Numbers.ToHashSet()), hashes, alike, areTranslations: false, index);
    }

    /// <summary>
    /// The same message in the letters of another script: of every word the spellings and the translations that records
    /// hold. Null where nothing of it can be said in them.
    /// </summary>
    public MatchQuery? In(ScriptGroup script, AnalysedText text, ClaimIndex index)
    {
        var words = (Script == ScriptGroup.Han ? Concepts.OfHan(text.Folded, script) : [])
            .Concat(text.Words.Where(word => !StopWords.Contains(word)).Select(word => Spellings(word, script)))
            .Select(spellings => spellings.Select(spelling => TermHash.Of(spelling)).ToList())
            .Where(hashes => hashes.Count > 0)
            .Select(hashes => (Main: hashes.FirstOrDefault(index.Weights.Knows, hashes[0]), All: hashes))
            .ToList();
        return words.Count == 0 ? null : new MatchQuery(text, (Script, Grams, Numbers), [.. words.Select(word => word.Main)], words.Select(word => (word.Main, word.All.AsEnumerable())), areTranslations: true, index);
    }

    private static IEnumerable<string> Spellings(string word, ScriptGroup script)
    {
        if (char.IsDigit(word[0]))
            return [word];
        return Concepts.Of(word, script).Concat(Spelt(word, script).Select(AnalysedText.Cut));
    }

    private static IEnumerable<string> Spelt(string word, ScriptGroup script) => (ScriptGroups.Of(word), script) switch
    {
        (ScriptGroup.Cyrillic, ScriptGroup.Latin) => Transliteration.ToLatin(word),
        (ScriptGroup.Latin, ScriptGroup.Cyrillic) => [Transliteration.ToCyrillic(word)],
        var (of, to) when of == to => [word],
        _ => [],
    };

    /// <summary>The place of a term in <see cref="Terms"/>; -1 when the message does not hold it.</summary>
    public int PlaceOf(uint term) =>
        (_mayHold[(term >> 7) & 63] & (1UL << (int)(term >> 1))) != 0 && Places.TryGetValue(term, out var place) ? place : -1;

    /// <summary>What a pair of neighbours tells: as much as its two terms.</summary>
    public double WeightOfPair(ulong pair) => _termWeights.Of((uint)(pair >> 32)) + _termWeights.Of((uint)pair);

    /// <summary>True for the message's own word; false for one that means the same.</summary>
    public bool IsOwn(uint term, int place) => Terms[place] == term;

    /// <summary>
    /// A term and the one before it as one number; null where there is none. Single Han characters are skipped, since pairs
    /// hold them.
    /// </summary>
    public static ulong? PairEndingAt(uint[] terms, int position)
    {
        if (TermHash.IsSingleHan(terms[position]))
            return null;
        var before = position - 1;
        while (before >= 0 && TermHash.IsSingleHan(terms[before]))
            before--;
        return before < 0 ? null : ((ulong)terms[before] << 32) | terms[position];
    }

    private static IEnumerable<ulong> PairsOf(uint[] terms)
    {
        for (var position = 1; position < terms.Length; position++)
        {
            if (PairEndingAt(terms, position) is { } pair)
                yield return pair;
        }
    }
}
