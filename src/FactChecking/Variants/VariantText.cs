using System.Text.RegularExpressions;
using FactChecking.TextAnalysis;

namespace FactChecking.Variants;

/// <summary>What a wording is made of, and how like two are.</summary>
internal sealed partial class VariantText
{
    private readonly HashSet<string> _terms;
    private readonly HashSet<string> _grams;

    private VariantText(AnalysedText analysed)
    {
        Words = WordsOf(analysed);
        _terms = [.. analysed.Terms];
        _grams = [.. Grams(analysed.Folded)];
    }

    /// <summary>The folded words, by which two wordings are the same whatever their signs, case and letters' forms.</summary>
    public string Words { get; }

    public static VariantText Of(string text) => new(AnalysedText.Of(text));

    public static string WordsOf(AnalysedText analysed) => string.Join(' ', analysed.Words);

    public static string WordsOf(string text) => WordsOf(AnalysedText.Of(text));

    /// <summary>On one line, without what cannot be seen, as it is stored.</summary>
    public static string OnOneLine(string text) => WhiteSpace().Replace(Invisible().Replace(text, ""), " ").Trim();

    /// <summary>How it is worded, as far as its signs tell.</summary>
    public static string FormOf(string text) =>
        text.TrimEnd() is [.., '?' or '？'] ? "question" : text.Contains('#', StringComparison.Ordinal) ? "hashtag" : "full";

    /// <summary>0 to 1: the higher one of the shares of terms and of runs of three characters that both hold.</summary>
    public double LikenessTo(VariantText other) => Math.Max(Share(_terms, other._terms), Share(_grams, other._grams));

    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }

    private static IEnumerable<string> Grams(string folded)
    {
        var letters = WhiteSpace().Replace(folded, " ");
        for (var start = 0; start + 3 <= letters.Length; start++)
            yield return letters.Substring(start, 3);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    // Control characters but white space, bidirectional marks and their like, halves of surrogate pairs, what is no character.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\uFFFE\uFFFF-[\s]]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Invisible();
}
