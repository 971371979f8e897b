using System.Text.Json;
using FactChecking.DataFiles;
using FactChecking.Variants;
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

    // So many of one record are no wordings of it, and comparing them takes the square of their number.
    private const int MostVariants = 200;

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
            // Replacing a record would take its variants with it, and those that maintainers accepted are nowhere else.
            var variants = VariantStore.OfSource(connection, transaction, Source);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, line) in File.ReadLines(file).Index().Where(item => !string.IsNullOrWhiteSpace(item.Item)))
            {
                var record = Read(file, index + 1, line);
                if (!seen.Add(record.Id!)) // Read refuses a record without an id
                    throw Fault(file, index + 1, $"id: {record.Id} stands in this file twice");
                var (number, language) = Write(file, index + 1, record, records);
                var kept = VariantCap.Apply([.. variants.GetValueOrDefault(record.Id!) ?? [], .. VariantsOf(record, language)]).Kept; // looked at above
                VariantStore.Write(connection, transaction, record.Id!, kept); // likewise
                passages.Write(number, Passages(record, language).Concat(kept.Select(variant => variant.ToPassage())));
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
        if (record.Variants?.Count > MostVariants)
            throw Fault(file, line, $"variants: more than {MostVariants}");
        foreach (var (index, variant) in (record.Variants ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(variant?.Text))
                throw Fault(file, line, $"variants[{index}].text: is missing");
            if (!VariantOrigin.All.Contains(variant.Origin))
                throw Fault(file, line, $"variants[{index}].origin: one of {string.Join(", ", VariantOrigin.All)}");
        }
        return record;
    }

    private static (long Number, string Language) Write(string file, int line, ImportRecord record, ImportedRecordWriter records)
    {
        var title = string.IsNullOrWhiteSpace(record.Title) ? FirstSentence(record.Text!) : record.Title.Trim(); // one of the two holds text
        var language = Languages.FromTag(record.Lang) ?? record.Lang ?? Languages.English;
        var quote = string.IsNullOrWhiteSpace(record.Text) || record.Text == title ? null : FirstSentence(record.Text);
        try
        {
            return (records.Write(record, title, language, PublisherOf(record.Url), quote), language);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw Fault(file, line, $"id: {record.Id} is taken by a record that is not from an import");
        }
    }

    private static IEnumerable<Variant> VariantsOf(ImportRecord record, string language) =>
        (record.Variants ?? []).Select(variant =>
        {
            var text = VariantText.OnOneLine(variant.Text!); // Read refuses a variant without a text or an origin
            return new Variant(Languages.FromTag(variant.Lang) ?? variant.Lang ?? language, variant.Form ?? VariantText.FormOf(text), variant.Origin!, text);
        });

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
