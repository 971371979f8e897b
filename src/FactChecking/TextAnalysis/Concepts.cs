using System.Collections.Frozen;
using System.Reflection;
using FactChecking.Text;

namespace FactChecking.TextAnalysis;

/// <summary>
/// Words of four languages that newspapers use for the same thing, from <c>Resources/Concepts.tsv</c>: a line a concept, a
/// field a language (English, Russian, Ukrainian, Simplified Chinese), alternatives separated by spaces. With it a message
/// finds records in another language, and synonyms in its own, without a model. Words are compared as terms are, by
/// their first letters (<see cref="AnalysedText.Cut"/>).
/// </summary>
internal static class Concepts
{
    private const int LongestHan = 4;

    private static readonly (FrozenDictionary<string, string[][]> Latin, FrozenDictionary<string, string[][]> Cyrillic, FrozenDictionary<string, string[][]> Han) Table = Load();

    /// <summary>Terms of a script that mean what a folded word does.</summary>
    public static IEnumerable<string> Of(string word, ScriptGroup script) =>
        Table.Latin.GetValueOrDefault(AnalysedText.Cut(word)) is { } latin ? latin[(int)script]
        : Table.Cyrillic.GetValueOrDefault(AnalysedText.Cut(word)) is { } cyrillic ? cyrillic[(int)script]
        : [];

    /// <summary>For every Chinese word of a folded text the terms of another script that mean the same.</summary>
    public static IEnumerable<string[]> OfHan(string folded, ScriptGroup script)
    {
        for (var start = 0; start < folded.Length;)
        {
            var length = ChineseCharacters.IsHan(folded[start]) ? Math.Min(LongestHan, folded.Length - start) : 1;
            while (length > 1 && !Table.Han.ContainsKey(folded.Substring(start, length)))
                length--;
            if (length > 1)
                yield return Table.Han[folded.Substring(start, length)][(int)script];
            start += length;
        }
    }

    private static (FrozenDictionary<string, string[][]>, FrozenDictionary<string, string[][]>, FrozenDictionary<string, string[][]>) Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactChecking.TextAnalysis.Resources.Concepts.tsv")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        var (latin, cyrillic, han) = (new Dictionary<string, string[][]>(), new Dictionary<string, string[][]>(), new Dictionary<string, string[][]>());
        foreach (var fields in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')))
        {
            var english = Terms(fields[0]);
            var russianAndUkrainian = Terms($"{fields[1]} {fields[2]}");
            var chinese = fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var terms = new string[ScriptGroups.Count][];
            Array.Fill(terms, []);
            terms[(int)ScriptGroup.Latin] = english;
            terms[(int)ScriptGroup.Cyrillic] = russianAndUkrainian;
            terms[(int)ScriptGroup.Han] = [.. chinese.SelectMany(Pairs).Distinct()];
            foreach (var term in english)
                latin.TryAdd(term, terms);
            foreach (var term in russianAndUkrainian)
                cyrillic.TryAdd(term, terms);
            foreach (var word in chinese)
                han.TryAdd(word, terms);
        }
        return (latin.ToFrozenDictionary(), cyrillic.ToFrozenDictionary(), han.ToFrozenDictionary());
    }

    private static string[] Terms(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => AnalysedText.Cut(TextFolding.Fold(word))).Distinct()];

    private static IEnumerable<string> Pairs(string word) =>
        Enumerable.Range(0, word.Length - 1).Select(index => word.Substring(index, 2));
}
