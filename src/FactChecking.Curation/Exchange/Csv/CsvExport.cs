using System.Globalization;
using CsvHelper;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;

namespace FactChecking.Curation.Exchange.Csv;

/// <summary>Writes the records as CSV that a spreadsheet can open without running anything, and that import reads.</summary>
public static class CsvExport
{
    public static void Write(KnowledgeGeneration generation, TextWriter output) => generation.Read(connection =>
    {
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        WriteRow(csv, CsvFields.All.Select(field => field.Name));
        foreach (var record in ExchangeRecordReader.All(connection))
            WriteRow(csv, CsvFields.All.Select(field => field.Of(record)));
        return true;
    });

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(SpreadsheetText.Escape(cell));
        csv.NextRecord();
    }
}
