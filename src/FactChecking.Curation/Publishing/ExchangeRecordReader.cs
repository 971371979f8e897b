using System.Text.Json;
using Dapper;
using FactChecking.Foundation;
using FactChecking.Languages;
using FactChecking.Variants;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>Reads claims with their debunks back in the form in which they are imported.</summary>
internal static class ExchangeRecordReader
{
    // An imported record is stored with its texts apart from its title, which must not come back as a part of them.
    private const string Select = """
        select claims.id as Id, claims.text as Claim, imports.format as Format,
            (select group_concat(passages.text, char(10) order by passages.ordinal) from passages
                where passages.claim_number = claims.number and passages.field in ('title', 'summary')
                and (imports.claim_id is null or passages.text not in (documents.title, (select min(value) from json_each(claims.text))))) as Text,
            documents.title as Headline, documents.publisher as Publisher, coalesce(imports.author, documents.author) as Author, documents.url as Url,
            documents.date as Date, debunks.rating as Rating, imports.origin as Source, imports.licence as Licence,
            imports.publisher_url as PublisherUrl, imports.claimant as Claimant, imports.claim_date as ClaimDate,
            imports.appearances as Appearances, imports.first_appearance as FirstAppearance, claims.source as Origin
        from claims
        left join imports on imports.claim_id = claims.id
        left join debunks on debunks.claim_id = claims.id and debunks.ordinal = 0 and debunks.scope <> 'hypothesis'
        left join documents on documents.id = debunks.document_id
        """;

    private const string SelectAll = $"{Select} order by claims.number";

    private const string SelectOfFormat = $"{Select} where imports.format = @format order by claims.number";

    private const string SelectOne = $"{Select} where claims.id = @id";

    private const string SelectImported = $"{Select} where claims.key = @key and claims.source = @source";

    /// <summary>All records, with their variants.</summary>
    public static IEnumerable<ImportRecord> All(SqliteConnection connection)
    {
        var variants = VariantStore.All(connection);
        return connection.Query<Row>(SelectAll, buffered: false).Select(row => row.ToRecord() with
        {
            Variants = variants.TryGetValue(row.Id, out var known)
                ? [.. known.Select(Exchanged)]
                : null,
        });
    }

    /// <summary>Those that were imported from a form, without their variants.</summary>
    public static IEnumerable<ImportRecord> OfFormat(SqliteConnection connection, string format) =>
        connection.Query<Row>(SelectOfFormat, new { format }, buffered: false).Select(row => row.ToRecord());

    /// <summary>One record, without its variants; null when there is none of that id.</summary>
    /// <returns>The record, and whether it came from an import.</returns>
    public static (ImportRecord Record, bool IsImported)? Find(SqliteConnection connection, string id) =>
        connection.QuerySingleOrDefault<Row>(SelectOne, new { id }) is { } row ? (row.ToRecord(), row.Origin == RecordsImport.Source) : null;

    /// <summary>An imported record with its variants, by the key of its claim; null when there is none.</summary>
    public static ImportRecord? FindImported(SqliteConnection connection, string key) =>
        connection.QuerySingleOrDefault<Row>(SelectImported, new { key, source = RecordsImport.Source }) is { } row
            ? row.ToRecord() with { Variants = VariantStore.Of(connection, null, row.Id) is { Count: > 0 } known ? [.. known.Select(Exchanged)] : null }
            : null;

    private static ImportVariant Exchanged(Variant variant) => new(variant.Language, variant.Text, variant.Form, variant.Origin);

    private sealed class Row
    {
        public required string Id { get; init; }
        public required LocalizedText Claim { get; init; }
        public string? Format { get; init; }
        public string? Text { get; init; }
        public string? Headline { get; init; }
        public string? Publisher { get; init; }
        public string? Author { get; init; }
        public string? Url { get; init; }
        public string? Date { get; init; }
        public string? Rating { get; init; }
        public string? Source { get; init; }
        public string? Licence { get; init; }
        public string? PublisherUrl { get; init; }
        public string? Claimant { get; init; }
        public string? ClaimDate { get; init; }
        public string? Appearances { get; init; }
        public string? FirstAppearance { get; init; }
        public string? Origin { get; init; }

        public ImportRecord ToRecord()
        {
            var language = Claim.Texts.ContainsKey(ReplyLanguages.English) ? ReplyLanguages.English : Claim.Texts.Keys.First();
            var title = Claim.In(language);
            return new ImportRecord(Id, language, title, Text, null, null, Url, Date)
            {
                Format = Format,
                Headline = Headline == title ? null : Headline,
                Publisher = Publisher == StoredForm.NoPublisher ? null : Publisher,
                PublisherUrl = PublisherUrl,
                Author = Author,
                Rating = Rating,
                Claimant = Claimant,
                ClaimDate = ClaimDate,
                Appearances = Appearances is null ? null : JsonSerializer.Deserialize<List<string>>(Appearances, FactCheckingJson.Plain),
                FirstAppearance = FirstAppearance,
                Licence = Licence,
                Source = Source,
            };
        }
    }
}
