using System.Globalization;
using System.Text.RegularExpressions;
using FactChecking.Matching.Rules;

namespace FactChecking.Matching.Stories;

/// <summary>When a claim went round, as precisely as that is on record: a month, or a year only.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12; null when only the year is known.</param>
internal readonly partial record struct ClaimDate(int Year, int? Month)
{
    /// <summary>The first date in a text such as "2021-12-03", "early December 2021" or "2014– ; again in 2022"; null when there is none.</summary>
    public static ClaimDate? Of(string? text)
    {
        if (text is null || Date().Match(text) is not { Success: true } match)
            return null;

        var month = match.Groups["month"] is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)
            : match.Groups["name"] is { Success: true } name ? Array.FindIndex(
                CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, known => known.Equals(name.Value, StringComparison.OrdinalIgnoreCase)) + 1
            : (int?)null;
        return new ClaimDate(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), month);
    }

    /// <summary>True when the two are more than half a year apart, also if each was in the month of its year that is nearest to the other.</summary>
    public bool IsFarFrom(ClaimDate other)
    {
        var (earlier, later) = (Year, Month ?? 0).CompareTo((other.Year, other.Month ?? 0)) <= 0 ? (this, other) : (other, this);
        return later.MonthNumber(later.Month ?? 1) - earlier.MonthNumber(earlier.Month ?? 12) > MatchRules.MonthsBetweenForms;
    }

    /// <summary>True when it is another date for sure: "2021" and "December 2021" may be the same.</summary>
    public bool DiffersFrom(ClaimDate other) => Year != other.Year || (Month is { } month && other.Month is { } otherMonth && month != otherMonth);

    /// <summary>The date as a reader of the language writes it: "December 2021", "2021年12月"; "2021" when only the year is known.</summary>
    public string In(string language)
    {
        if (Month is not { } month)
            return Year.ToString(CultureInfo.InvariantCulture);
        try
        {
            return new DateOnly(Year, month, 1).ToString("Y", CultureInfo.GetCultureInfo(language));
        }
        catch (CultureNotFoundException) // the program runs without the names of months
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Year}-{month:00}");
        }
    }

    private int MonthNumber(int month) => (Year * 12) + month;

    [GeneratedRegex(
        @"\b(?:(?<year>(?:19|20)[0-9]{2})-(?<month>0[1-9]|1[0-2])(?:-[0-9]{2})?|(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?<year>(?:19|20)[0-9]{2})|(?<year>(?:19|20)[0-9]{2}))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
