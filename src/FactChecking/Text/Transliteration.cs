using System.Collections.Frozen;
using System.Text;

namespace FactChecking.Text;

/// <summary>
/// Words of one script in the letters of the other, as newspapers spell them: names and loan words are the same words
/// across languages. Works on folded words (<see cref="TextFolding"/>); where spelling is a matter of taste, all tastes.
/// </summary>
internal static class Transliteration
{
    private static readonly Dictionary<char, string> ToLatinLetters =
        "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ю:yu я:ya"
            .Split(' ')
            .ToDictionary(pair => pair[0], pair => pair[2..]);

    // Longer ones first.
    private static readonly (string Latin, string Cyrillic)[] ToCyrillicLetters =
    [
        ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"), ("ph", "ф"),
        ("ck", "к"), ("x", "кс"), ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
        ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"),
        ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("y", "и"), ("z", "з"),
    ];

    private static readonly FrozenDictionary<char, (string Latin, string Cyrillic)[]> ToCyrillicByFirst = ToCyrillicLetters
        .GroupBy(pair => pair.Latin[0])
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.ToArray());

    // "конфликт" is konflikt letter by letter and conflict on paper; "Европа" begins as Europe does.
    private static readonly (string From, string To)[] OtherSpellings =
        [("k", "c"), ("kh", "h"), ("evr", "eur"), ("ks", "x"), ("ts", "c"), ("v", "w"), ("g", "h"), ("kv", "qu"), ("ey", "ei"), ("ay", "i")];

    /// <summary>Ways to write a folded Cyrillic word in Latin letters, the plain one first.</summary>
    public static IEnumerable<string> ToLatin(string word)
    {
        var plain = new StringBuilder(word.Length * 2);
        foreach (var letter in word)
            plain.Append(ToLatinLetters.GetValueOrDefault(letter, letter.ToString()));
        var latin = plain.ToString();
        yield return latin;
        foreach (var (from, to) in OtherSpellings)
        {
            if (latin.Contains(from, StringComparison.Ordinal))
                yield return latin.Replace(from, to, StringComparison.Ordinal);
        }
    }

    /// <summary>A folded Latin word in Cyrillic letters.</summary>
    public static string ToCyrillic(string word)
    {
        var cyrillic = new StringBuilder(word.Length);
        for (var index = 0; index < word.Length;)
        {
            var (latin, letter) = CyrillicAt(word.AsSpan(index));
            cyrillic.Append(letter);
            index += latin;
        }
        return cyrillic.ToString();
    }

    // How many Latin letters are the next Cyrillic one.
    private static (int Latin, string Cyrillic) CyrillicAt(ReadOnlySpan<char> letters)
    {
        foreach (var (latin, cyrillic) in ToCyrillicByFirst.GetValueOrDefault(letters[0]) ?? [])
        {
            if (letters.StartsWith(latin))
                return (latin.Length, cyrillic);
        }
        return (1, letters[0].ToString());
    }
}
