using System.Text.Json;
using FactChecking.Foundation;
using FactChecking.Knowledge;

namespace FactChecking.Curation.Publishing;

/// <summary>Writes claims with their debunks in the form that <see cref="RecordsImport"/> reads.</summary>
public static class RecordsExport
{
    /// <summary>One line of JSON a claim.</summary>
    public static IReadOnlyList<string> Lines(KnowledgeGeneration generation) =>
        generation.Read(connection => ExchangeRecordReader.All(connection).Select(record => JsonSerializer.Serialize(record, FactCheckingJson.Plain)).ToList());
}
