namespace FactChecking.Curation.Exchange.Csv;

/// <summary>
/// Cells that no spreadsheet takes for a formula (owasp.org/www-community/attacks/CSV_Injection). CsvHelper can escape them,
/// too, but so that what began with an apostrophe anyway does not come back as it was.
/// </summary>
public static class SpreadsheetText
{
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>The cell with an apostrophe before what a spreadsheet would run.</summary>
    public static string? Escape(string? cell) => IsDangerous(cell) ? $"'{cell}" : cell;

    /// <summary>Takes away the apostrophe that <see cref="Escape"/> put there.</summary>
    public static string? Unescape(string? cell) => cell is ['\'', ..] && IsDangerous(cell) ? cell[1..] : cell;

    private static bool IsDangerous(string? cell) =>
        cell?.TrimStart('\'') is [var first, ..] && Dangerous.Contains(first);
}
