using System.Text.RegularExpressions;
using FactChecking.Languages;
using FactChecking.Text;

namespace FactChecking.Outlets;

/// <summary>Tells whether a text attributes its news to an outlet that it names, or asks about one.</summary>
internal static class AttributionReader
{
    // As far as a cue with its fillers reaches from the name; more text would only cost time.
    private const int Reach = 80;

    // A question about an outlet is short; a long text that speaks of an agreement is news.
    private const int LongestQuestion = 200;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Lines = CueList.Lines("AttributionCues");

    private static readonly CueList About = CueList.Read("AttributionCues")["about"];

    private static readonly string Filler =
        $"(?:(?:{string.Join('|', Lines["filler"].Select(line => Regex.Escape(OutletNames.Fold(line))).Distinct().OrderByDescending(word => word.Length))})\\s*)*";

    private static readonly IReadOnlyList<(Regex? Before, Regex? After)> Cues = [.. Lines["attribution"].Select(Cue)];

    /// <summary>The names to which the folded text attributes something, in its order.</summary>
    public static IEnumerable<NamePlace> Attributed(string folded, IReadOnlyList<NamePlace> names) =>
        names.Where(name =>
        {
            var before = folded[Math.Max(0, name.Start - Reach)..name.Start];
            var after = folded[name.End..Math.Min(folded.Length, name.End + Reach)];
            return Cues.Any(cue => cue.Before?.IsMatch(before) != false && cue.After?.IsMatch(after) != false);
        });

    /// <summary>True when the text is a short question about an outlet itself.</summary>
    public static bool IsAbout(string folded) => folded.Length <= LongestQuestion && About.IsIn(folded);

    private static (Regex? Before, Regex? After) Cue(string line)
    {
        var parts = line.Split("{}", 2);
        return (Before(parts[0]), After(parts[1]));
    }

    private static Regex? Before(string part) => part.Length == 0
        ? null
        : Compile($"{(IsWord(part[0]) ? "\\b" : "")}{Escape(part.TrimEnd())}\\s*{(part.EndsWith('/') ? "" : Filler)}$");

    private static Regex? After(string part) => part.Length == 0
        ? null
        : Compile($"^\\s*{Escape(part.Trim())}{(IsWord(part[^1]) ? "\\b" : "")}");

    // Han characters are joined without a boundary.
    private static bool IsWord(char character) => char.IsLetter(character) && !ChineseCharacters.IsHan(character);

    private static string Escape(string part) =>
        Regex.Escape(OutletNames.Fold(part)).Replace("\\.\\.", "[^。！？\\n]{0,15}?", StringComparison.Ordinal).Replace("\\ ", "\\s+", StringComparison.Ordinal);

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
