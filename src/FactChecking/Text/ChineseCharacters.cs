using System.Collections.Frozen;
using System.Reflection;

namespace FactChecking.Text;

/// <summary>Traditional and Simplified characters, after OpenCC's table.</summary>
internal static class ChineseCharacters
{
    private static readonly FrozenDictionary<char, char> Simplified = Load();
    private static readonly FrozenSet<char> SimplifiedOnly = Simplified.Values.Where(character => !Simplified.ContainsKey(character)).ToFrozenSet();

    /// <summary>The Simplified form of a character; the character itself where the two scripts agree.</summary>
    public static char Simplify(char character) => Simplified.TryGetValue(character, out var simplified) ? simplified : character;

    /// <summary>True for a character that stands in Traditional text only.</summary>
    public static bool IsTraditional(char character) => Simplified.ContainsKey(character);

    /// <summary>True for a character that some Traditional character is simplified to, and that is none itself.</summary>
    public static bool IsSimplified(char character) => SimplifiedOnly.Contains(character);

    public static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3007';

    private static FrozenDictionary<char, char> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactChecking.Text.Resources.TraditionalToSimplified.txt")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => line.Length == 2)
            .ToFrozenDictionary(line => line[0], line => line[1]);
    }
}
