using FactChecking.Curation.Publishing;
using FactChecking.Text;

namespace FactChecking.Curation.Exchange.Imports;

/// <summary>Looks at each record of a file, whatever its form: whether all is there that is needed, and whose it is.</summary>
internal sealed class RecordCheck(string file, ImportRequest request, PseudoFactCheckers pseudo)
{
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    /// <summary>The item with its source and licence filled in, or with what is wrong.</summary>
    public ReadItem Look(ReadItem item)
    {
        if (item.Record is not { } read)
            return item;
        var record = read with { Format = request.Format, Source = read.Source ?? request.Source, Licence = read.Licence ?? request.Licence };
        return FaultOf(record) is var (field, reason, remedy)
            ? item with { Record = null, Fault = new ImportFault(file, item.Place, field, reason, remedy) }
            : item with { Record = record };
    }

    /// <summary>True when the record's id came before in this file.</summary>
    public bool IsRepeated(ReadItem item) => item.Record is { } record && !_seen.TryAdd(record.Id!, item.Place); // FaultOf has looked

    private (string Field, string Reason, string Remedy)? FaultOf(ImportRecord record)
    {
        if (string.IsNullOrWhiteSpace(record.Id) || (string.IsNullOrWhiteSpace(record.Title) && string.IsNullOrWhiteSpace(record.Text)))
            return ("title", "is missing", "Say what was checked, or leave the item out");
        if (record.Url is not null && !IsWebAddress(record.Url))
            return ("url", $"“{Shortened(record.Url)}” is no web address", "Give the address of the debunk's page, with https://");
        foreach (var (field, address) in (ReadOnlySpan<(string, string?)>)[("url", record.Url), ("publisher_url", record.PublisherUrl)])
        {
            if (pseudo.Find(address) is { } host)
                return (field, $"{host} {PseudoFactCheckers.Reason}", "Leave it out; the records of data/entities say why");
        }
        if (string.IsNullOrWhiteSpace(record.Source))
            return ("source", "is not known", "Say whom the data are from (on the command line: --source NAME)");
        if (string.IsNullOrWhiteSpace(record.Licence))
            return ("licence", "is not known", "Say the licence of the data, such as CC-BY-4.0 (on the command line: --licence SPDX)");
        return null;
    }

    private static bool IsWebAddress(string address) => address.Contains("://", StringComparison.Ordinal) && CanonicalLink.Of(address) is not null;

    private static string Shortened(string text) => text.Length <= 100 ? text : $"{text[..100]}…";
}
