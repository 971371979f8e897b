using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using NJsonSchema;

namespace FactChecking.Curation.Editing;

/// <summary>The records that came from an import: they stand in the knowledge database alone.</summary>
public sealed class ImportedTexts(KnowledgePublisher publisher, KnowledgeBase knowledge, ExchangeImport import) : IPublishedTexts
{
    private const string Name = "record";

    string IPublishedTexts.Origin => "import";

    Task<string?> IPublishedTexts.ReadAsync(RecordKey key, CancellationToken cancellationToken)
    {
        if (!knowledge.CanAnswer)
            return Task.FromResult<string?>(null);
        // The command line may have imported meanwhile: what is compared with must be what stands.
        knowledge.MoveOn();
        var record = knowledge.Current.Read(connection => ExchangeRecordReader.FindImported(connection, key.Id));
        return Task.FromResult(record is null ? null : ImportedText.Of(record));
    }

    async Task<IReadOnlyList<DataFault>> IPublishedTexts.FaultsAsync(RecordKey key, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
            return [];
        YamlFile file;
        try
        {
            file = YamlFile.Parse(Name, text);
        }
        catch (DataFaultsException exception)
        {
            return exception.Faults;
        }
        var schema = await JsonSchema.FromJsonAsync(ImportedText.Schema, cancellationToken);
        if (schema.Validate(file.Root).SelectMany(error => DataFolder.Describe(file, error)).ToList() is { Count: > 0 } faults)
            return faults;

        var record = ImportedText.Read(text);
        return await FaultOf(key, record, cancellationToken) is { } fault
            ? [new DataFault(Name, file.LineOf(fault[..fault.IndexOf(':', StringComparison.Ordinal)]), fault)]
            : [];
    }

    Task IPublishedTexts.ReplaceAsync(RecordKey key, string? text, string? before, CancellationToken cancellationToken)
    {
        publisher.Publish((connection, transaction) =>
        {
            if (text is null)
            {
                ImportedRecordWriter.Delete(connection, transaction, ImportedText.Read(before!).Id!); // only what stands is taken out
                return;
            }
            using var writer = new ImportedClaimWriter(connection, transaction, keepVariants: false);
            if (!writer.TryWrite(ImportedText.Read(text)))
                throw new IOException("A record of the data folder has taken this id meanwhile.");
        });
        knowledge.MoveOn();
        return Task.CompletedTask;
    }

    // A field and, after a colon, what is wrong with it.
    private async Task<string?> FaultOf(RecordKey key, ImportRecord record, CancellationToken cancellationToken)
    {
        if (ClaimKey.Of(record.Id!) != key.Id) // the schema asks for one
            return "id: must stay as it was imported";
        if (knowledge.CanAnswer && knowledge.Current.Read(connection => ExchangeRecordReader.Find(connection, record.Id!)) is { IsImported: false }) // likewise
            return "id: is taken by a record of the data folder";
        if (RecordsImport.FaultOf(record.Variants ?? []) is { } variants)
            return variants;
        return await import.FindFaultAsync(record, cancellationToken) is { } fault ? $"{fault.Field}: {fault.Reason}. {fault.Remedy}" : null;
    }
}
