using System.Text.Json;
using Dapper;
using FactChecking.Variants;

namespace FactChecking.Knowledge;

/// <summary>Writes claims with their debunks in the form that <see cref="RecordsImport"/> reads.</summary>
public static class RecordsExport
{
    private const string SelectRecords = """
        select claims.id as Id, claims.text as Claim,
            (select group_concat(passages.text, char(10)) from passages
                where passages.claim_number = claims.number and passages.field in ('title', 'summary')) as Text,
            documents.url as Url, documents.date as Date
        from claims
        left join debunks on debunks.claim_id = claims.id and debunks.ordinal = 0 and debunks.scope <> 'hypothesis'
        left join documents on documents.id = debunks.document_id
        order by claims.number
        """;

    /// <summary>One line of JSON a claim.</summary>
    public static IReadOnlyList<string> Lines(KnowledgeGeneration generation) =>
        generation.Read(connection =>
        {
            var variants = VariantStore.All(connection);
            return connection.Query<Row>(SelectRecords).Select(row => Line(row, variants.GetValueOrDefault(row.Id))).ToList();
        });

    private static string Line(Row row, IReadOnlyList<Variant>? variants)
    {
        var language = row.Claim.Texts.ContainsKey(Languages.English) ? Languages.English : row.Claim.Texts.Keys.First();
        return JsonSerializer.Serialize(
            new ImportRecord(row.Id, language, row.Claim.In(language), row.Text, null, null, row.Url, row.Date,
                variants is null ? null : [.. variants.Select(variant => new ImportVariant(variant.Language, variant.Text, variant.Form, variant.Origin))]),
            FactCheckingJson.Plain);
    }

    private sealed class Row
    {
        public required string Id { get; init; }

        public required LocalizedText Claim { get; init; }

        public string? Text { get; init; }

        public string? Url { get; init; }

        public string? Date { get; init; }
    }
}
