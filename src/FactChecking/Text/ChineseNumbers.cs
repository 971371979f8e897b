using System.Globalization;

namespace FactChecking.Text;

/// <summary>The first number written in Chinese numerals in a run: 三十 = 30, 两百 = 200, 三千 = 3000, 五万 = 50000.</summary>
internal static class ChineseNumbers
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>Its digits; null when the run has none of two characters or more. One alone (一, 十) is too often a word.</summary>
    public static string? Read(ReadOnlySpan<char> run)
    {
        for (var start = 0; start < run.Length; start++)
        {
            var length = 0;
            while (start + length < run.Length && (Digit(run[start + length]) is not null || Unit(run[start + length]) > 0))
                length++;
            if (length >= 2 && Value(run.Slice(start, length)) is { } value)
                return value.ToString(CultureInfo.InvariantCulture);
            start += length;
        }
        return null;
    }

    private static long? Value(ReadOnlySpan<char> numeral)
    {
        long total = 0, section = 0, digit = 0;
        var units = 0;
        foreach (var character in numeral)
        {
            if (Digit(character) is { } value)
            {
                digit = value;
                continue;
            }
            units++;
            var unit = Unit(character);
            if (unit == 10_000)
            {
                total = (total + section + digit) * unit;
                (section, digit) = (0, 0);
            }
            else
            {
                section += (digit == 0 ? 1 : digit) * unit;
                digit = 0;
            }
        }
        return units == 0 ? null : total + section + digit;
    }

    private static int? Digit(char character) => character is '两' ? 2 : Numerals.IndexOf(character) is >= 0 and var index ? index : null;

    private static int Unit(char character) => character switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 0 };
}
