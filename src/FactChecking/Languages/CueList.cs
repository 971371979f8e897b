using System.Reflection;
using System.Text.RegularExpressions;
using FactChecking.Text;

namespace FactChecking.Languages;

/// <summary>A list of words and phrases from <c>Resources</c>, looked for in folded text.</summary>
internal sealed class CueList
{
    // Hardly any text holds one, and a single pass tells that of all.
    private readonly Regex _any;

    // One by one they are asked about in few lists, and there seldom.
    private readonly Lazy<IReadOnlyList<Regex>> _each;

    private CueList(IReadOnlyList<string> cues)
    {
        var patterns = cues.Select(Pattern).ToList();
        _any = Compile(string.Join('|', patterns));
        _each = new Lazy<IReadOnlyList<Regex>>(() => [.. patterns.Select(Compile)]);
    }

    /// <summary>Reads the lists of a resource by their names.</summary>
    public static IReadOnlyDictionary<string, CueList> Read(string resource)
    {
        var lists = Lines(resource);
        return lists.ToDictionary(pair => pair.Key, pair => new CueList(pair.Value));
    }

    /// <summary>The lines of a resource by the list they stand in, as they are written.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"FactChecking.Languages.Resources.{resource}.txt")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>();
        var current = "";
        foreach (var line in reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                lists.TryAdd(current = line[2..], []);
            else
                lists[current].Add(line);
        }
        return lists.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value);
    }

    /// <summary>How many of the cues stand in the folded text.</summary>
    public int CountIn(string folded) => !IsIn(folded) ? 0 : _each.Value.Count(cue => cue.IsMatch(folded));

    /// <summary>True when a cue stands in one text and not in the other.</summary>
    public bool Foreign(string folded, string source) => IsIn(folded) && _each.Value.Any(cue => cue.IsMatch(folded) && !cue.IsMatch(source));

    public bool IsIn(string folded) => _any.IsMatch(folded);

    // Han text has no spaces, so that its cues may stand anywhere; elsewhere a cue is whole words.
    private static string Pattern(string cue)
    {
        var folded = TextFolding.Fold(cue);
        var pattern = Regex.Escape(folded)
            .Replace("\\.\\.", ".{0,40}?", StringComparison.Ordinal)
            .Replace("\\*", "\\w*", StringComparison.Ordinal)
            .Replace("\\ ", "\\s+", StringComparison.Ordinal);
        return folded.Any(ChineseCharacters.IsHan) ? pattern : $"\\b{pattern}\\b";
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
