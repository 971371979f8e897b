using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Curation.Exchange.Csv;

/// <summary>The columns of a CSV file, and which of them is taken for which field.</summary>
/// <param name="Header">The columns in their order.</param>
/// <param name="Of">The column of each field; fields that are missing have none.</param>
public sealed record CsvColumns(IReadOnlyList<string> Header, IReadOnlyDictionary<string, string> Of)
{
    /// <summary>The fields that a column can be taken for.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. CsvFields.All.Select(field => field.Name)];

    /// <summary>Reads the header of a file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="said">The column of each field, as far as that was said.</param>
    /// <exception cref="ImportRefusedException">It is empty or no CSV, or has not the columns that were said.</exception>
    public static CsvColumns Read(ImportInput input, IReadOnlyDictionary<string, string> said)
    {
        using var stream = input.Open();
        var header = CsvRecordReader.ReadHeader(stream, input.Name);
        return new CsvColumns(header, CsvFields.Guess(header, said, input.Name).ToDictionary(pair => pair.Key, pair => header[pair.Value]));
    }
}
