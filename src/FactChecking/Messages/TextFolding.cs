using System.Globalization;
using System.Text;

namespace FactChecking.Messages;

/// <summary>
/// One form for what people write in many: compatibility forms, case, accents, Traditional characters, and the letters
/// in which Ukrainian and Russian spell the same word differently. What cannot be seen (zero-width, bidirectional marks)
/// and what is no letter, digit or sign (emoji) goes.
/// </summary>
internal static class TextFolding
{
    public static string Fold(string text)
    {
        var normalised = WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(normalised.Length);
        foreach (var character in normalised)
            Append(folded, character);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char character)
    {
        if (character < 0x80)
        {
            if (character != '\'' && character != '`')
                folded.Append(char.ToLowerInvariant(character));
            return;
        }

        switch (char.GetUnicodeCategory(character))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return;
            case UnicodeCategory.Surrogate or UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse:
                folded.Append(' ');
                return;
        }

        if (character is '’' or 'ʼ' or '‘' or '´')
            return;
        var lower = char.ToLowerInvariant(character);
        if (lower is >= '\u0400' and <= '\u04FF')
            AppendCyrillic(folded, lower);
        else if (ChineseCharacters.IsHan(lower))
            folded.Append(ChineseCharacters.Simplify(lower));
        else if (lower is >= '\u00C0' and <= '\u024F')
            folded.Append(WithoutAccent(lower));
        else
            folded.Append(lower);
    }

    private static void AppendCyrillic(StringBuilder folded, char lower)
    {
        var letter = lower switch
        {
            'і' or 'ї' or 'ы' or 'ў' => 'и',
            'є' or 'э' or 'ё' => 'е',
            'ґ' => 'г',
            'ь' or 'ъ' => '\0',
            _ => lower,
        };
        if (letter != '\0')
            folded.Append(letter);
    }

    private static char WithoutAccent(char letter)
    {
        var decomposed = letter.ToString().Normalize(NormalizationForm.FormD);
        return decomposed[0];
    }

    // String.Normalize throws on half of a surrogate pair, which a cut message may end in.
    private static string WithoutLoneSurrogates(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]) || text[index] is '\uFFFE' or '\uFFFF')
                return new string([.. text.Where(character => !char.IsSurrogate(character) && character is not ('\uFFFE' or '\uFFFF'))]);
        }
        return text;
    }
}
