using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FactChecking.Text;

namespace FactChecking.Search;

/// <summary>The forms that texts and queries take in the full-text table.</summary>
internal static class SearchWords
{
    // What nobody types, but a paste may hold.
    private const int MaxWords = 12;
    private const int LongestQuery = 400;

    /// <summary>A text as it is searched: folded, each Han character a word, so that a Chinese query of any length is a phrase.</summary>
    public static string Of(string text)
    {
        var folded = TextFolding.Fold(text);
        var spaced = new StringBuilder(folded.Length * 2);
        foreach (var character in folded)
        {
            if (ChineseCharacters.IsHan(character))
                spaced.Append(' ').Append(character).Append(' ');
            else
                spaced.Append(char.IsLetterOrDigit(character) ? character : ' ');
        }
        return string.Join(' ', spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The query in the language of FTS5; null when it holds no word.</summary>
    public static string? Query(string? typed)
    {
        var words = Cut(typed ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Of)
            .Where(word => word.Length > 0)
            .Take(MaxWords)
            .ToList();
        // Quoted, operators are words, and what folding parts stays together. The last may not be typed to its end.
        return words.Count == 0 ? null : $"{{names more}} : ({string.Join(" AND ", words.Select(word => $"\"{word}\""))} *)";
    }

    /// <summary>The word of a kind among the facets.</summary>
    public static string Facet(RecordKind kind) => $"kind{kind}".ToLowerInvariant();

    public static string LanguageFacet(string language) => $"language{Hash(language.ToLowerInvariant())}";

    public static string YearFacet(int year) => string.Create(CultureInfo.InvariantCulture, $"year{year}");

    public static string SiteFacet(string host) => $"site{Hash(WithoutPrefix(host.ToLowerInvariant()))}";

    // Half of a surrogate pair at the end is what folding takes out.
    private static string Cut(string typed) => typed.Length <= LongestQuery ? typed : typed[..LongestQuery];

    private static string WithoutPrefix(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
