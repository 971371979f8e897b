using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FactChecking.Curation.DataFiles;
using FactChecking.Text;

namespace FactChecking.Curation.OutletDrafts;

/// <summary>Reads a list of outlets in CSV as drafts.</summary>
internal static class OutletListReader
{
    // So many say that the file is not what it was taken for.
    private const int MaxFaults = 100;

    /// <summary>The rows of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="listDate">The list's day, ISO 8601; null if unknown.</param>
    /// <param name="readOn">Today.</param>
    /// <returns>The rows, and what is wrong with those that are none of them.</returns>
    /// <exception cref="DataFaultsException">The list is not known.</exception>
    public static (IReadOnlyList<OutletDraft> Drafts, IReadOnlyList<DataFault> Faults) Read(string file, string? listDate, DateOnly readOn)
    {
        using var text = new StreamReader(file);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null });
        var header = csv.Read() && csv.ReadHeader() ? csv.HeaderRecord! : []; // read just before
        var form = OutletListForm.Of(header)
            ?? throw new DataFaultsException([new DataFault(file, 1, $"header: no list that is known has these columns; known are {string.Join("; ", OutletListForm.All.Select(known => $"{known.List} ({string.Join(", ", known.Columns)})"))}")]);

        var drafts = new List<OutletDraft>();
        var faults = new List<DataFault>();
        for (var line = csv.Parser.RawRow + 1; faults.Count < MaxFaults && csv.Read(); line = csv.Parser.RawRow + 1)
        {
            var row = new Row(csv, form, header.Length);
            if (row.IsEmpty) // as spreadsheets leave them at the end
                continue;
            if (row.Fault is { } reason)
                faults.Add(new DataFault(file, line, reason));
            else
                drafts.Add(row.ToDraft(form, file, line, listDate, readOn));
        }
        return (drafts, faults);
    }

    private sealed class Row(CsvReader csv, OutletListForm form, int columns)
    {
        private string? Address => Field(form.Address);

        private string? Domain => Address is { } address && CanonicalLink.Of(address) is { } link ? link.Split('/', '?')[0] : null;

        private string? Name => Field(form.Name) ?? Field(form.Group);

        public bool IsEmpty => csv.Parser.Record!.All(string.IsNullOrWhiteSpace); // read just before

        /// <summary>What is wrong with the row, field first; null when nothing is.</summary>
        public string? Fault =>
            csv.Parser.Count != columns ? $"row: has {csv.Parser.Count} fields where the header has {columns}"
            : Name is null && Address is null ? $"{form.Name}, {form.Address}: one of the two must be there"
            : Address is not null && Domain?.Contains('.', StringComparison.Ordinal) != true ? $"{form.Address}: \u201c{Address}\u201d is no web address"
            : null;

        public OutletDraft ToDraft(OutletListForm list, string file, int line, string? listDate, DateOnly readOn) => new()
        {
            List = list.List,
            ListUrl = list.Url,
            Licence = list.Licence,
            ListDate = listDate,
            ReadOn = readOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            File = Path.GetFileName(file),
            Line = line,
            Name = Name,
            Group = Field(list.Group),
            Country = Field(list.Country),
            Domain = Domain,
            Url = Address,
            Telegram = Field(list.Telegram) is { } channel && CanonicalLink.Of(channel)?.Split('/', '?') is ["t.me", var name, ..] ? name : null,
            QuotedLabel = Field(list.Label),
            NamedSource = Field(list.Source),
            Note = Field(list.Note),
        };

        private string? Field(string? column) =>
            column is not null && csv.TryGetField<string>(column, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}
