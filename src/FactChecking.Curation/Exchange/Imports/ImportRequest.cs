using FactChecking.Curation.Exchange.Formats;

namespace FactChecking.Curation.Exchange.Imports;

/// <summary>What was said about an import beside the file.</summary>
/// <param name="Format">One of <see cref="ExchangeFormat"/>.</param>
public sealed record ImportRequest(string Format)
{
    /// <summary>Whom the records are from; needed where the data do not say so.</summary>
    public string? Source { get; init; }

    /// <summary>The licence of the records, SPDX; needed where the data do not say so.</summary>
    public string? Licence { get; init; }

    /// <summary>For CSV: the column of each field; fields that are missing are guessed from the header, and one with an empty text has none.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Items that are wrong are left out; else one of them stops the import.</summary>
    public bool LeaveOutFaulty { get; init; }

    /// <summary>How large the file may be; null: <see cref="ExchangeOptions.MaxMegabytes"/>.</summary>
    public int? MaxMegabytes { get; init; }
}
