using System.Globalization;

namespace FactChecking.Curation.Exchange.Stix;

/// <summary>Times as STIX writes them: UTC with milliseconds (STIX 2.1, section 3.2).</summary>
internal static class StixTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a day, month or year on record; null for what is none.</summary>
    public static string? Of(string? date) => Parse(date) is { } day ? Of(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)) : null;

    /// <summary>The end of a day, month or year on record; null for what is none.</summary>
    public static string? EndOf(string? date)
    {
        if (Parse(date) is not { } day)
            return null;
        var next = date!.Split('T', '/')[0].Length switch { 4 => day.AddYears(1), 7 => day.AddMonths(1), _ => day.AddDays(1) }; // Parse has read it
        return Of(new DateTimeOffset(next.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }

    private static DateOnly? Parse(string? date) =>
        DateOnly.TryParseExact(date?.Split('T', '/')[0], Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
