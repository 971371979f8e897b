using FactChecking.Languages;
using FactChecking.Matching.Passages;

namespace FactChecking.Curation.Publishing;

/// <summary>The form in which an imported record is stored: what is missing and can be told is filled in.</summary>
internal static class StoredForm
{
    /// <summary>Stands for a publisher of whom nothing is known.</summary>
    public const string NoPublisher = "—";

    // A title is a sentence or two. What stands in for one is cut at the end of a sentence, or here.
    private const int LongestTitle = 280;

    /// <summary>The stored form of a record that has a title or a text.</summary>
    public static ImportRecord Of(ImportRecord record)
    {
        var title = string.IsNullOrWhiteSpace(record.Title) ? FirstSentence(record.Text!) : record.Title.Trim(); // one of the two holds text
        return record with
        {
            Title = title,
            Headline = record.Headline is { } headline && headline != title ? headline : null,
            Lang = ReplyLanguages.FromTag(record.Lang) ?? record.Lang ?? ReplyLanguages.English,
            Publisher = record.Publisher ?? HostOf(record.Url),
            Appearances = record.Appearances is { Count: > 0 } appearances ? appearances : null,
        };
    }

    /// <summary>All that is stored of a record's texts beside its title and headline, as one.</summary>
    public static string? TextsOf(ImportRecord stored) =>
        string.Join('\n', new[] { stored.Sub, stored.Text, stored.Ref }
            .Where(text => !string.IsNullOrWhiteSpace(text) && text != stored.Title && text != stored.Headline)) is { Length: > 0 } texts
            ? texts
            : null;

    /// <summary>The passages that it is found by.</summary>
    /// <param name="record">The record as it came: a title that was made from its text is no passage of its own.</param>
    /// <param name="language">Its language.</param>
    public static IEnumerable<Passage> PassagesOf(ImportRecord record, string language) =>
        new (string Field, string? Text)[] { ("title", record.Title), ("title", record.Headline), ("title", record.Sub), ("summary", record.Text), ("summary", record.Ref) }
            .Where(passage => !string.IsNullOrWhiteSpace(passage.Text))
            .Select(passage => new Passage(passage.Field, language, passage.Text!)); // just looked at

    /// <summary>What is quoted of the finding of a stored record; null where it has no text beside its title.</summary>
    public static string? QuoteOf(ImportRecord stored) =>
        string.IsNullOrWhiteSpace(stored.Text) || stored.Text == stored.Title ? null : FirstSentence(stored.Text);

    private static string FirstSentence(string text)
    {
        var start = text.Trim();
        var end = start.AsSpan(0, Math.Min(start.Length, LongestTitle)).IndexOfAny("。！？\n");
        if (end < 0)
            end = start.IndexOf(". ", StringComparison.Ordinal);
        if (end >= 0 && end < LongestTitle)
            return start[..(end + 1)].Trim();
        return start.Length <= LongestTitle ? start : $"{start[..LongestTitle].TrimEnd()}…";
    }

    private static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}
