using System.Collections.Frozen;
using FactChecking.Text;

namespace FactChecking.Languages;

/// <summary>
/// Which of the reply languages a message is written in, by its letters first: they decide Chinese at once, and Ukrainian
/// or Russian wherever a letter stands that the other does not have. Function words and the hint break ties.
/// </summary>
internal static class LanguageGuess
{
    private static readonly FrozenSet<string> UkrainianWords = Words(
        "що це та від як але або чи ще вже його її їх вони ми ви був була було були є немає коли хто чому який яка які якщо щоб тільки лише також дуже після перед через для про між бо цей ця ці й росії україни україні росія війна людей");

    private static readonly FrozenSet<string> RussianWords = Words(
        "что это и как но или ли ещё уже его её их они мы вы был была было были есть нет когда кто почему который которая если чтобы только также очень после перед через для между потому этот эта эти россии украины украине россия война людей на украине киев");

    /// <summary>The guessed language, one of <see cref="ReplyLanguages.All"/>.</summary>
    /// <param name="text">The message.</param>
    /// <param name="hint">A BCP 47 tag that may be wrong; used where the text leaves it open.</param>
    public static string Of(string text, string? hint)
    {
        int latin = 0, cyrillic = 0, han = 0, kana = 0, traditional = 0, simplified = 0, ukrainian = 0, russian = 0;
        var (withoutLinks, _) = CanonicalLink.TakeOut(text);
        foreach (var character in withoutLinks)
        {
            if (ChineseCharacters.IsHan(character))
            {
                han++;
                if (ChineseCharacters.IsTraditional(character))
                    traditional++;
                else if (ChineseCharacters.IsSimplified(character))
                    simplified++;
            }
            else if (character is >= '\u0400' and <= '\u04FF')
            {
                cyrillic++;
                if ("іїєґІЇЄҐ".Contains(character))
                    ukrainian++;
                else if ("ыэёъЫЭЁЪ".Contains(character))
                    russian++;
            }
            else if (char.IsAsciiLetter(character))
            {
                latin++;
            }
            else if (character is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA'))
            {
                kana++;
            }
        }

        var hinted = ReplyLanguages.FromTag(hint);
        // A Han character says about as much as a word of letters. Between kana they are Japanese; a few kana are ornament.
        if (han > 0 && han * 4 >= latin + cyrillic && kana * 3 < han)
            return Chinese(traditional, simplified, hinted);
        return cyrillic >= latin && cyrillic > 0
            ? Cyrillic(withoutLinks, ukrainian, russian, hinted)
            : latin > 0 || hinted is null ? ReplyLanguages.English : hinted;
    }

    private static string Chinese(int traditional, int simplified, string? hinted) =>
        traditional != simplified
            ? traditional > simplified ? ReplyLanguages.TraditionalChinese : ReplyLanguages.SimplifiedChinese
            : hinted is ReplyLanguages.TraditionalChinese ? hinted : ReplyLanguages.SimplifiedChinese;

    private static string Cyrillic(string text, int ukrainian, int russian, string? hinted)
    {
        if (ukrainian != russian)
            return ukrainian > russian ? ReplyLanguages.Ukrainian : ReplyLanguages.Russian;

        var words = text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', '!', '?', ':', ';', '"', '«', '»', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var (ofUkrainian, ofRussian) = (words.Count(UkrainianWords.Contains), words.Count(RussianWords.Contains));
        if (ofUkrainian != ofRussian)
            return ofUkrainian > ofRussian ? ReplyLanguages.Ukrainian : ReplyLanguages.Russian;
        return hinted is ReplyLanguages.Ukrainian ? hinted : ReplyLanguages.Russian;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet();
}
