using System.Globalization;

namespace BotHost.Store.Backups;

/// <summary>
/// Which backups are kept: those of the last 24 hours, the last one of each of some days and of some weeks, and always the
/// newest. It goes by the calendar and not by their number, so that nothing in them outlives what people were told.
/// </summary>
internal static class BackupRetention
{
    /// <summary>Those that are old enough to go.</summary>
    /// <param name="backups">When each backup was made.</param>
    /// <param name="now">The time.</param>
    /// <param name="days">Days of which the last one is kept, today among them.</param>
    /// <param name="weeks">Weeks of which the last one is kept, this one among them.</param>
    public static IReadOnlyList<DateTimeOffset> Old(IEnumerable<DateTimeOffset> backups, DateTimeOffset now, int days, int weeks)
    {
        var all = backups.Order().ToList();
        var today = now.UtcDateTime.Date;
        var kept = all.Where(time => time > now.AddHours(-24))
            .Concat(LastOfEach(all.Where(time => (today - time.UtcDateTime.Date).TotalDays < days), time => time.UtcDateTime.Date))
            .Concat(LastOfEach(all.Where(time => (Monday(today) - Monday(time.UtcDateTime)).TotalDays < 7 * weeks), time => Monday(time.UtcDateTime)))
            .Concat(all.TakeLast(1))
            .ToHashSet();
        return [.. all.Where(time => !kept.Contains(time))];
    }

    private static IEnumerable<DateTimeOffset> LastOfEach(IEnumerable<DateTimeOffset> backups, Func<DateTimeOffset, DateTime> span) =>
        backups.GroupBy(span).Select(group => group.Max());

    private static DateTime Monday(DateTime day) => ISOWeek.ToDateTime(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day), DayOfWeek.Monday);
}
