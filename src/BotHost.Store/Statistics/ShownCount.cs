namespace BotHost.Store.Statistics;

/// <summary>
/// A count as it may be shown. Under <see cref="Least"/> it is hidden, since a few can be known people; and a sum is shown no
/// more exactly than hides its small parts, which could else be had by subtracting (the rule of statistical offices that
/// small cells are suppressed, and totals with them).
/// </summary>
/// <param name="Number">What is shown; 0 where it is hidden.</param>
/// <param name="IsExact">False: there are more, or fewer than <see cref="Least"/> in all.</param>
public readonly record struct ShownCount(long Number, bool IsExact)
{
    /// <summary>The least number that is shown.</summary>
    public const long Least = 10;

    /// <summary>True: fewer than <see cref="Least"/>, perhaps none.</summary>
    public bool IsHidden => Number == 0;

    /// <summary>The sum of parts that are shown themselves, each by its key.</summary>
    internal static ShownCount Of(IEnumerable<(string Week, string Language, string Kind, long Count)> counts)
    {
        // The same part of several places is one that is shown.
        var parts = counts.GroupBy(count => (count.Week, count.Language, count.Kind)).Select(part => part.Sum(count => count.Count)).ToList();
        var shown = parts.Where(part => part >= Least).Sum();
        var rest = parts.Where(part => part < Least).Sum();
        return rest is 0 or >= Least ? new ShownCount(shown + rest, shown + rest >= Least) : new ShownCount(shown, false);
    }

    public override string ToString() => IsHidden ? $"fewer than {Least}" : IsExact ? $"{Number:N0}" : $"at least {Number:N0}";
}
