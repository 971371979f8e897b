using System.Buffers;
using System.Globalization;
using System.Text;

namespace FactChecking.Text;

/// <summary>
/// One form for what people write in many: compatibility forms, case, accents, Traditional characters, and the letters
/// in which Ukrainian and Russian spell the same word differently. What cannot be seen (zero-width, bidirectional marks)
/// and what is no letter, digit or sign (emoji) goes.
/// </summary>
internal static class TextFolding
{
    // As many as the stream-safe form of Unicode (UAX #15) allows: to sort a longer run takes the square of its length.
    private const int MaxMarksInARow = 30;

    private const char FirstAccented = '\u00C0';
    private const char LastAccented = '\u024F';

    private static readonly char[] Unaccented =
        [.. Enumerable.Range(FirstAccented, LastAccented - FirstAccented + 1).Select(letter => char.ToLowerInvariant(((char)letter).ToString().Normalize(NormalizationForm.FormD)[0]))];

    // Few texts hold any of these, so that most are normalised as they are.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1)
            .Select(code => (char)code)
            .Where(character => char.IsSurrogate(character) || character is '\uFDFA' or '\uFDFB' or >= '\uFFFD' || IsMark(char.GetUnicodeCategory(character)))]);

    public static string Fold(string text)
    {
        var normalised = Normalisable(text).Normalize(NormalizationForm.FormKC);
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
        else if (lower is >= FirstAccented and <= LastAccented)
            folded.Append(Unaccented[lower - FirstAccented]);
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

    // String.Normalize throws on U+FFFE and on half of a surrogate pair, which a cut message may end in. U+FDFA and U+FDFB,
    // blessings in one character, would become eighteen and eight.
    private static string Normalisable(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious))
            return text;

        var kept = new char[text.Length];
        var (length, marks) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(Rune.GetUnicodeCategory(rune)) ? marks + 1 : 0;
            if (marks > MaxMarksInARow || rune.Value is 0xFFFE or 0xFFFF)
                continue;
            if (rune.Value is 0xFFFD or 0xFDFA or 0xFDFB)
                kept[length++] = ' ';
            else
                length += rune.EncodeToUtf16(kept.AsSpan(length));
        }
        return new string(kept, 0, length);
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
