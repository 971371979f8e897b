using System.Globalization;

namespace BotHost.Store.Statistics;

/// <summary>Weeks as they are counted: from Monday, in UTC, written as the ISO date of that day.</summary>
public static class Week
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateTimeOffset time) => Write(MondayOf(time));

    /// <summary>The last weeks, the present one first.</summary>
    public static IReadOnlyList<string> Last(int count, DateTimeOffset now) =>
        [.. Enumerable.Range(0, count).Select(back => Write(MondayOf(now).AddDays(-7 * back)))];

    private static DateOnly MondayOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static string Write(DateOnly monday) => monday.ToString(Form, CultureInfo.InvariantCulture);
}
