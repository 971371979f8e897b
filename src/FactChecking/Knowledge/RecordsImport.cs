using System.Text.Json;
using FactChecking.DataFiles;
using Microsoft.Data.Sqlite;

namespace FactChecking.Knowledge;

/// <summary>
/// Adds debunk records from JSON Lines, all of a file or nothing. A record whose id is there from an earlier import of
/// the same kind takes its place, so that an import can be repeated.
/// </summary>
public sealed class RecordsImport(KnowledgePublisher publisher)
{
    /// <summary>Where imported rows say they come from.</summary>
    internal const string Source = "records";

    // A title is a sentence or two. What stands in for one is cut at the end of a sentence, or here.
    private const int LongestTitle = 280;

    /// <summary>Imports a file.</summary>
    /// <returns>How many records it held.</returns>
    /// <exception cref="DataFaultsException">A row is wrong; nothing was stored.</exception>
    public int Import(string file, IProgress<int>? progress = null)
    {
        var count = 0;
        publisher.Publish((connection, transaction) =>
        {
            using var records = new ImportedRecordWriter(connection, transaction);
            using var passages = new PassageWriter(connection, transaction);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, line) in File.ReadLines(file).Index().Where(item => !string.IsNullOrWhiteSpace(item.Item)))
            {
                var record = Read(file, index + 1, line);
                if (!seen.Add(record.Id!)) // Read refuses a record without an id
                    throw Fault(file, index + 1, $"id: {record.Id} stands in this file twice");
                Write(file, index + 1, record, records, passages);
                if (++count % 1000 == 0)
                    progress?.Report(count);
            }
        });
        return count;
    }

    private static ImportRecord Read(string file, int line, string json)
    {
        ImportRecord? record;
        try
        {
            record = JsonSerializer.Deserialize<ImportRecord>(json, FactCheckingJson.Plain);
        }
        catch (JsonException exception)
        {
            throw Fault(file, line, $"{(exception.Path is ['$', '.', .. var field] ? field : "the line")}: not the JSON that is expected ({exception.Message})");
        }

        if (string.IsNullOrWhiteSpace(record?.Id))
            throw Fault(file, line, "id: is missing");
        if (string.IsNullOrWhiteSpace(record.Title) && string.IsNullOrWhiteSpace(record.Text))
            throw Fault(file, line, "title, text: at least one must hold text");
        return record;
    }

    private static void Write(string file, int line, ImportRecord record, ImportedRecordWriter records, PassageWriter passages)
    {
        var title = string.IsNullOrWhiteSpace(record.Title) ? FirstSentence(record.Text!) : record.Title.Trim(); // one of the two holds text
        var language = Languages.FromTag(record.Lang) ?? record.Lang ?? Languages.English;
        var quote = string.IsNullOrWhiteSpace(record.Text) || record.Text == title ? null : FirstSentence(record.Text);
        long number;
        try
        {
            number = records.Write(record, title, language, PublisherOf(record.Url), quote);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw Fault(file, line, $"id: {record.Id} is taken by a record that is not from an import");
        }

        passages.Write(number, Passages(record, language));
    }

    private static IEnumerable<Passage> Passages(ImportRecord record, string language) =>
        new (string Field, string? Text)[] { ("title", record.Title), ("title", record.Sub), ("summary", record.Text), ("summary", record.Ref) }
            .Where(passage => !string.IsNullOrWhiteSpace(passage.Text))
            .Select(passage => new Passage(passage.Field, language, passage.Text!)); // just looked at

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

    private static string PublisherOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "—";

    private static DataFaultsException Fault(string file, int line, string reason) =>
        new([new DataFault(file, line, reason)]);
}
