using FactChecking.Curation.DataFiles;

namespace FactChecking.Curation.Editing;

/// <summary>Where the published texts of records are kept, which the editor reads and replaces.</summary>
internal interface IPublishedTexts
{
    /// <summary>What a text was before its first change here, as the history names it.</summary>
    string Origin { get; }

    /// <summary>The published text of a record; null when there is none.</summary>
    Task<string?> ReadAsync(RecordKey key, CancellationToken cancellationToken);

    /// <summary>What would be wrong with the records if this one had another text; null: if it were gone.</summary>
    Task<IReadOnlyList<DataFault>> FaultsAsync(RecordKey key, string? text, CancellationToken cancellationToken);

    /// <summary>Publishes a text without faults; null: takes the record out.</summary>
    /// <exception cref="IOException">It cannot be written, or another program is publishing; the published text is as it was.</exception>
    Task ReplaceAsync(RecordKey key, string? text, string? before, CancellationToken cancellationToken);
}
