using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Languages;

namespace FactChecking.Curation.Exchange.Csv;

/// <summary>Reads debunk records from CSV with a header, whatever its columns are called.</summary>
/// <param name="said">The column of each field, as far as that was said.</param>
internal sealed class CsvRecordReader(IReadOnlyDictionary<string, string> said) : IRecordReader
{
    // A longer cell is a quotation mark that was never closed.
    private const int LongestCell = 1024 * 1024;

    public IEnumerable<ReadItem> Read(Stream stream, string name)
    {
        using var csv = Open(stream);
        var header = HeaderOf(csv, name);
        var columns = CsvFields.ColumnsOf(header, said, name);
        for (var line = csv.RawRow + 1; TryRead(csv, name); line = csv.RawRow + 1)
        {
            var row = csv.Record!; // read just before
            if (!row.All(string.IsNullOrWhiteSpace)) // as spreadsheets leave them at the end
                yield return ItemOf(row, header.Length, columns, name, $"line {line}");
        }
    }

    /// <summary>The columns of a file.</summary>
    /// <exception cref="ImportRefusedException">It is empty, or no CSV.</exception>
    public static string[] ReadHeader(Stream stream, string name)
    {
        using var csv = Open(stream);
        return HeaderOf(csv, name);
    }

    private static CsvParser Open(Stream stream) => new(
        new StreamReader(stream), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MaxFieldSize = LongestCell, DetectDelimiter = true });

    private static string[] HeaderOf(CsvParser csv, string name) => TryRead(csv, name)
        ? [.. csv.Record!.Select(column => SpreadsheetText.Unescape(column)!.Trim())] // read just before
        : throw new ImportRefusedException(name, "", "", "is empty", "Give a file with a header line");

    private static bool TryRead(CsvParser csv, string name)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException)
        {
            throw new ImportRefusedException(name, $"line {csv.RawRow}", "", "is not CSV from here on", "Look for a quotation mark that is not closed");
        }
    }

    private static ReadItem ItemOf(string[] row, int width, IReadOnlyDictionary<string, int> columns, string file, string place)
    {
        if (row.Length != width)
            return Fault("", $"has {row.Length} cells where the header has {width}", "Put cells that hold the delimiter into quotation marks");

        var (title, text, url) = (Cell("title"), Cell("text"), Cell("url"));
        if (title is null && text is null)
            return Fault("title", "is missing", "Say what was checked, or leave the row out");
        if (Cell("id") is null && url is null)
            return Fault("url", "is missing, and so is the id", "Give the address of the debunk's page, or an id");
        return new ReadItem(place, new ImportRecord(
            Cell("id") ?? ReviewId.Of(url!, title ?? text!), Cell("lang") ?? ReplyLanguages.OfTextAlone(title ?? text!), title, text, null, null, url, Cell("date")) // looked at above
        {
            Headline = Cell("headline"),
            Publisher = Cell("publisher"),
            PublisherUrl = Cell("publisher_url"),
            Author = Cell("author"),
            Rating = Cell("rating"),
            Claimant = Cell("claimant"),
            ClaimDate = Cell("claim_date"),
            Appearances = Cell("appearances")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            FirstAppearance = Cell("first_appearance"),
            Source = Cell("source"),
            Licence = Cell("licence") is { } licence ? Licences.FromAddress(licence) : null,
        }, null);

        string? Cell(string field) =>
            columns.TryGetValue(field, out var column) && SpreadsheetText.Unescape(row[column])?.Trim() is { Length: > 0 } cell ? cell : null;

        ReadItem Fault(string field, string reason, string remedy) => new(place, null, new ImportFault(file, place, field, reason, remedy));
    }
}
