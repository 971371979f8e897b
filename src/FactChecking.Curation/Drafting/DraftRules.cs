using System.Buffers;
using System.Text.RegularExpressions;
using FactChecking.Languages;
using FactChecking.Messages;
using FactChecking.TextAnalysis;

namespace FactChecking.Curation.Drafting;

/// <summary>
/// What a draft of the model must fulfil before a person is shown it: another number or name makes another claim. What cannot
/// be confirmed is dropped; the person can write it as well.
/// </summary>
internal static partial class DraftRules
{
    private const int LongestWording = 300;

    /// <summary>Why a wording is of no use; null when it may be shown.</summary>
    /// <param name="text">The wording, on one line.</param>
    /// <param name="language">The language that it is said to be in.</param>
    /// <param name="claim">The claim, in all languages on record.</param>
    public static string? RejectWording(string text, string language, IReadOnlyCollection<string> claim)
    {
        if (text.Length is 0 or > LongestWording)
            return "it is empty or too long";
        if (RejectForm(text, language) is { } reason)
            return reason;
        if (NumbersOf(text).Except(claim.SelectMany(NumbersOf)).FirstOrDefault() is { } number)
            return $"the number {number} is not the claim's";
        return MessageReading.Of(new Question(text) { LanguageHint = language }).Stance == Stance.Denies ? "it denies the claim" : null;
    }

    /// <summary>Why a translation is of no use; null when it may be shown.</summary>
    /// <param name="translation">The translation, and how it says the claim's names.</param>
    /// <param name="claim">What was translated.</param>
    public static string? RejectTranslation(DraftedTranslation translation, string claim)
    {
        if (string.IsNullOrWhiteSpace(translation.Text))
            return "it is empty";
        if (RejectForm(translation.Text, translation.Language) is { } reason)
            return reason;
        var (wanted, given) = (NumbersOf(claim), NumbersOf(translation.Text));
        if (wanted.Except(given).FirstOrDefault() is { } lost)
            return $"the number {lost} is lost";
        if (given.Except(wanted).FirstOrDefault() is { } added)
            return $"the number {added} is not the claim's";
        var names = translation.Names.OfType<DraftedName>().ToList();
        if (names.FirstOrDefault(name => !IsIn(name.Name, claim) || !IsIn(name.Translated, translation.Text)) is { } wrong)
            return $"the name {wrong.Name} is not where it is said to be";
        // What begins with a capital within a sentence is a name, in the languages that have capitals.
        return CapitalisedWithin().Matches(claim).Select(match => match.Value).FirstOrDefault(word => !names.Any(name => name.Name.Contains(word, StringComparison.Ordinal))) is { } missing
            ? $"it does not say what became of the name {missing}"
            : null;
    }

    /// <summary>Whether a quote stands in the document word by word; how its lines are broken does not matter.</summary>
    public static bool IsLiteral(string quote, string document) =>
        !string.IsNullOrWhiteSpace(quote) && OnOneLine(document).Contains(OnOneLine(quote), StringComparison.Ordinal);

    /// <summary>Why a summary is of no use; null when it may be shown.</summary>
    public static string? RejectSummary(string summary, string document)
    {
        if (string.IsNullOrWhiteSpace(summary))
            return "it is empty";
        if (NumbersOf(summary).Except(NumbersOf(document)).FirstOrDefault() is { } number)
            return $"the number {number} is not the document's";
        return Quoted().Matches(summary).Select(match => match.Value[1..^1]).FirstOrDefault(quote => !IsLiteral(quote, document)) is { } quote
            ? $"it quotes what the document does not say: “{quote}”"
            : null;
    }

    private static bool IsIn(string name, string text) => !string.IsNullOrWhiteSpace(name) && text.Contains(name, StringComparison.Ordinal);

    private static string? RejectForm(string text, string language) =>
        AnalysedText.Of(text).Links.Count > 0 || text.Contains('@', StringComparison.Ordinal) ? "it holds a link or a user name"
        : LanguageGuess.Of(text, language) != language ? "it is in another language"
        : null;

    // "20%" and "20 %" hold the same number, and so do 1,000 and 1000.
    private static IReadOnlySet<string> NumbersOf(string text)
    {
        var numbers = new HashSet<string>();
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = EndOfPiece(text, start);
            numbers.UnionWith(AnalysedText.Of(text[start..end]).Numbers);
        }

        return numbers;
    }

    // A text is analysed up to its 5,000th character.
    private const int Piece = 5_000;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\n。！？!?");

    // Where a sentence ends, or else a word: a number cut in two would be two others.
    private static int EndOfPiece(string text, int start)
    {
        var end = start + Piece;
        if (end >= text.Length)
            return text.Length;
        var piece = text.AsSpan(start, Piece);
        return piece.LastIndexOfAny(SentenceEnds) is > 0 and var sentence ? start + sentence + 1
            : piece.LastIndexOf(' ') is > 0 and var word ? start + word + 1
            : end;
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd},%)”»""’'] )\p{Lu}[\p{L}\p{Nd}]+")]
    private static partial Regex CapitalisedWithin();

    [GeneratedRegex("""“[^”]*”|«[^»]*»|"[^"]*"|「[^」]*」""")]
    private static partial Regex Quoted();
}
