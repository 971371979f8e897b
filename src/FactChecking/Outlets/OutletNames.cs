using System.Buffers;
using FactChecking.Text;

namespace FactChecking.Outlets;

/// <summary>Finds names of outlets in a text. Of names that lie in each other, such as an agency's and its parent's, the longest counts.</summary>
internal sealed class OutletNames(IReadOnlyDictionary<string, IReadOnlyList<string>> outlets)
{
    // Names stand in quotation marks or not, as the writer likes.
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»「」『』《》〈〉");

    // Nearly every text holds none, which one pass over it tells.
    private readonly SearchValues<string> _any = SearchValues.Create([.. outlets.Keys.Where(name => name.Length > 1)], StringComparison.Ordinal);
    private readonly IReadOnlyList<string> _byLength = [.. outlets.Keys.Where(name => name.Length > 1).OrderByDescending(name => name.Length)];

    /// <summary>The form in which names and texts are compared.</summary>
    public static string Fold(string text)
    {
        var folded = TextFolding.Fold(text);
        return string.Join(' ', string.Concat(folded.Where(character => !Quotes.Contains(character))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The outlets of a text that is a name and nothing else.</summary>
    public IReadOnlyList<string> Of(string folded) => outlets.GetValueOrDefault(folded.Trim(' ', '?', '!', '.')) ?? [];

    /// <summary>Where names stand in a folded text, in its order.</summary>
    public IReadOnlyList<NamePlace> PlacesIn(string folded)
    {
        if (!folded.AsSpan().ContainsAny(_any))
            return [];
        var places = new List<NamePlace>();
        foreach (var name in _byLength)
        {
            for (var start = folded.IndexOf(name, StringComparison.Ordinal); start >= 0; start = folded.IndexOf(name, start + 1, StringComparison.Ordinal))
            {
                var end = start + name.Length;
                if (IsWhole(folded, start, end) && !places.Any(place => start < place.End && place.Start < end))
                    places.Add(new NamePlace(start, end, outlets[name]));
            }
        }
        return [.. places.OrderBy(place => place.Start)];
    }

    // Han text has no spaces: a name of letters may stand between Han characters, but not within another word.
    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && Joins(text[start - 1], text[start])) && !(end < text.Length && Joins(text[end - 1], text[end]));

    private static bool Joins(char left, char right) =>
        char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right) && !ChineseCharacters.IsHan(left) && !ChineseCharacters.IsHan(right);
}

/// <summary>A name in a text: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal sealed record NamePlace(int Start, int End, IReadOnlyList<string> Outlets);
