using FactChecking.Languages;
using FactChecking.Text;

namespace FactChecking.TextAnalysis;

/// <summary>
/// A text as matching sees it: folded, cut into terms, its numbers set apart. Words are cut to five characters, which
/// does for English, Russian and Ukrainian what a stemmer would, without knowing the language; Chinese runs give every
/// character and every pair.
/// </summary>
public sealed class AnalysedText
{
    /// <summary>Characters kept of a word.</summary>
    private const int WordLength = 5;

    /// <summary>Characters of a message that are read; more is a book, and costs time for nothing.</summary>
    private const int LongestText = 5_000;

    private readonly Lazy<string> _language;

    private AnalysedText(string text, string folded, IReadOnlyList<string> terms, IReadOnlyList<string> words, IReadOnlyList<string> numbers, IReadOnlyList<string> links)
    {
        _language = new Lazy<string>(() => LanguageGuess.Of(text, hint: null));
        Folded = folded;
        Terms = terms;
        Words = words;
        Numbers = numbers;
        Links = links;
    }

    /// <summary>The language it is written in, one of <see cref="ReplyLanguages.All"/>, as it is guessed.</summary>
    public string Language => _language.Value;

    /// <summary>The folded text without links.</summary>
    public string Folded { get; }

    /// <summary>Search terms in the order of the text, repeated as it repeats them.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Whole folded words and single Han characters, stop words included, in order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The numbers of the text in one form ("1,000" and "1000" are the same).</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>Links in canonical form (<see cref="CanonicalLink"/>).</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>A whole folded word as a term.</summary>
    public static string Cut(string word) => word.Length > WordLength ? word[..WordLength] : word;

    public static AnalysedText Of(string text)
    {
        var (withoutLinks, links) = CanonicalLink.TakeOut(text.Length > LongestText ? text[..LongestText] : text);
        var (post, numbersOfSignature) = PostSignature.Shorten(withoutLinks);
        var folded = TextFolding.Fold(Hashtags.Split(post));
        if (folded.Length > LongestText) // compatibility forms fold into several characters
            folded = folded[..LongestText];
        var reader = new TermReader(folded);
        reader.Read();
        return new AnalysedText(text.Length > LongestText ? text[..LongestText] : text, folded, reader.Terms, reader.Words, reader.Numbers.SkipLast(numbersOfSignature).ToList(), links);
    }
}
