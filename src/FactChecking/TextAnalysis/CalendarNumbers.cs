using System.Collections.Frozen;
using System.Globalization;
using FactChecking.Text;

namespace FactChecking.TextAnalysis;

/// <summary>Numbers that say when something was, not how much of it there is.</summary>
internal static class CalendarNumbers
{
    private const int LastDay = 31;

    // Names of months as terms are cut, with the forms that differ within five letters.
    private static readonly FrozenSet<string> Months = """
        january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec
        январь января январе февраль март марта марте апрель май мая мае июнь июня июне июль июля июле август сентябрь октябрь ноябрь декабрь
        січень січня січні лютий лютого лютому березень квітень травень травня травні червень червня червні липень липня липні серпень серпня
        вересень жовтень жовтня жовтні листопад грудень грудня грудні
        """
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(month => AnalysedText.Cut(TextFolding.Fold(month)))
        .ToFrozenSet();

    /// <summary>The year that a number of a text is; null when it is none of the last hundred or so, or of the next.</summary>
    public static int? YearOf(string number) =>
        number is ['1', '9', _, _] or ['2', '0', _, _] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>True for a number that with the word beside it is a day: "March 3", "3 марта", "3日".</summary>
    /// <param name="number">The number.</param>
    /// <param name="before">The folded word before it; null if none.</param>
    /// <param name="after">The folded word after it; null if none.</param>
    public static bool IsDay(string number, string? before, string? after) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and <= LastDay
        && (IsMonth(before) || IsMonth(after) || after is "月" or "日" or "号");

    private static bool IsMonth(string? word) => word is not null && Months.Contains(AnalysedText.Cut(word));
}
