using System.Text.RegularExpressions;

namespace FactChecking.TextAnalysis;

/// <summary>
/// Parts of a long message: a claim of one sentence is lost among forty others, and found again in a window of three.
/// </summary>
internal static partial class MessageWindows
{
    private const int SentencesInWindow = 3;
    private const int MaxWindows = 5;

    // A message of so many words is read as a whole only.
    private const int ShortMessage = 60;

    /// <summary>The windows of a message, spread over all of it; none of a short one.</summary>
    public static IReadOnlyList<string> Of(string text, AnalysedText analysed)
    {
        if (analysed.Words.Count <= ShortMessage)
            return [];

        var sentences = SentenceEnd().Split(text).Where(sentence => sentence.Any(char.IsLetterOrDigit)).ToList();
        if (sentences.Count <= SentencesInWindow)
            return [];

        var starts = sentences.Count - SentencesInWindow + 1;
        var step = Math.Max(1, (int)Math.Ceiling((double)starts / MaxWindows));
        return [.. Enumerable.Range(0, starts)
            .Where(start => start % step == 0 || start == starts - 1)
            .Select(start => string.Join(' ', sentences.Skip(start).Take(SentencesInWindow)))];
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+|(?<=[。！？!?；])|\n+")]
    private static partial Regex SentenceEnd();
}
