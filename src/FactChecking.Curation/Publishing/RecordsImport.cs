using System.Text.Json;
using FactChecking.Curation.DataFiles;
using FactChecking.Foundation;
using FactChecking.Variants;

namespace FactChecking.Curation.Publishing;

/// <summary>
/// Adds debunk records from JSON Lines, all of a file or nothing. A record whose id is there from an earlier import of
/// the same kind takes its place, so that an import can be repeated.
/// </summary>
public sealed class RecordsImport(KnowledgePublisher publisher)
{
    /// <summary>Where imported rows say they come from.</summary>
    internal const string Source = "records";

    // So many of one record are no wordings of it, and comparing them takes the square of their number.
    private const int MaxVariants = 200;

    /// <summary>Imports a file.</summary>
    /// <returns>How many records it held.</returns>
    /// <exception cref="DataFaultsException">A row is wrong; nothing was stored.</exception>
    public int Import(string file, IProgress<int>? progress = null)
    {
        var count = 0;
        publisher.Publish((connection, transaction) =>
        {
            using var records = new ImportedClaimWriter(connection, transaction);
            var pseudo = PseudoFactCheckers.Of(connection);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, line) in File.ReadLines(file).Index().Where(item => !string.IsNullOrWhiteSpace(item.Item)))
            {
                var record = Read(file, index + 1, line);
                if (!seen.Add(record.Id!)) // Read refuses a record without an id
                    throw Fault(file, index + 1, $"id: {record.Id} stands in this file twice");
                if (pseudo.Find(record.Url) is { } host)
                    throw Fault(file, index + 1, $"url: {host} {PseudoFactCheckers.Reason}");
                if (!records.TryWrite(record))
                    throw Fault(file, index + 1, $"id: {record.Id} is taken by a record that is not from an import");
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
        return FaultOf(record.Variants ?? []) is { } fault ? throw Fault(file, line, fault) : record;
    }

    /// <summary>What is wrong with the variants of a record; null when nothing is.</summary>
    internal static string? FaultOf(IReadOnlyList<ImportVariant> variants)
    {
        if (variants.Count > MaxVariants)
            return $"variants: more than {MaxVariants}";
        foreach (var (index, variant) in variants.Index())
        {
            if (string.IsNullOrWhiteSpace(variant?.Text))
                return $"variants[{index}].text: is missing";
            if (!VariantOrigin.All.Contains(variant.Origin))
                return $"variants[{index}].origin: one of {string.Join(", ", VariantOrigin.All)}";
        }
        return null;
    }

    private static DataFaultsException Fault(string file, int line, string reason) =>
        new([new DataFault(file, line, reason)]);
}
