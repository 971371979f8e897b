using System.Text.Json;
using Dapper;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Dossiers;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Published;

namespace FactChecking.Curation.Exchange.Claims;

/// <summary>
/// Writes the claims as schema.org Claim in JSON-LD: who made them, where they appeared, and the pages of others that review
/// them (<c>subjectOf</c>) or that the record rests on (<c>isBasedOn</c>). No ratings and no reviews: this bot is no reviewer.
/// Addresses that replies may not link to are left out here, too.
/// </summary>
public static class ClaimExport
{
    private const string SelectClaims = """
        select claims.id as Id, claims.text as Text, imports.claimant as Claimant, imports.claim_date as Date,
            imports.appearances as Appearances, imports.first_appearance as FirstAppearance, imports.licence as Licence
        from claims
        left join imports on imports.claim_id = claims.id
        order by claims.number
        """;

    private const string SelectSpeakers = "select claim_id as Claim, entity_id as Entity from claim_entities where role = 'said_by' order by claim_id, ordinal";

    private const string SelectAppearances = """
        select appearance_claims.claim_id as Claim, appearances.carrier as Carrier, appearances.carrier_text as CarrierText,
            appearances.date as Date, appearances.language as Language, appearances.url as Url, appearances.id = chains.earliest_record as IsFirst
        from appearance_claims
        join appearances on appearances.id = appearance_claims.appearance_id
        join chains on chains.id = appearances.chain_id
        where appearance_claims.relation = 'asserts'
        order by appearances.date, appearances.id
        """;

    private const string SelectPages = """
        select claim_id as Claim, document_id as Document, scope in ('same_claim', 'earlier_version') as IsReview
        from debunks
        where scope <> 'hypothesis'
        union
        select record_id, document_id, 0
        from evidence
        where record_id in (select id from claims)
        order by 1, 2
        """;

    /// <param name="generation">The records.</param>
    /// <param name="options">How this bot is named.</param>
    /// <param name="address">Where the pages of the records are.</param>
    /// <param name="day">The day of the export.</param>
    /// <param name="output">Where the JSON goes to.</param>
    public static void Write(KnowledgeGeneration generation, ExchangeOptions options, PublicAddress address, DateOnly day, Stream output) => generation.Read(connection =>
    {
        var reader = new RecordReader(connection);
        var speakers = connection.Query<(string Claim, string Entity)>(SelectSpeakers).ToLookup(row => row.Claim, row => row.Entity);
        var appearances = connection.Query<Appearance>(SelectAppearances).ToLookup(row => row.Claim);
        var pages = connection.Query<(string Claim, string Document, long IsReview)>(SelectPages).ToLookup(row => row.Claim);
        using var json = new Utf8JsonWriter(output, SchemaOrg.Writing);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteStartArray("@graph");
        foreach (var claim in connection.Query<Claim>(SelectClaims, buffered: false))
        {
            JsonSerializer.Serialize(json, ThingOf(claim, reader, [.. speakers[claim.Id]], [.. appearances[claim.Id]], [.. pages[claim.Id]], options, address, day), FactCheckingJson.Plain);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    });

    private static Dictionary<string, object?> ThingOf(
        Claim claim, RecordReader reader, List<string> speakers, List<Appearance> appearances, List<(string Claim, string Document, long IsReview)> pages,
        ExchangeOptions options, PublicAddress address, DateOnly day)
    {
        var works = appearances.Select(appearance => WorkOf(appearance, reader))
            .Concat((claim.Appearances is null ? [] : JsonSerializer.Deserialize<List<string>>(claim.Appearances, FactCheckingJson.Plain) ?? []).Where(reader.MayLink).Select(SchemaOrg.Page))
            .ToList();
        var first = appearances.FirstOrDefault(appearance => appearance.IsFirst is 1);
        var reviews = pages.Where(page => page.IsReview == 1).Select(page => page.Document).ToHashSet();
        return SchemaOrg.Thing("Claim",
            ("@id", address.OfClaim(claim.Id) ?? $"#{claim.Id}"),
            ("identifier", claim.Id),
            ("text", claim.Text.Texts.Select(pair => new Dictionary<string, object?> { ["@language"] = pair.Key, ["@value"] = pair.Value }).ToList()),
            ("author", speakers.Count > 0 ? speakers.Select(speaker => OrganisationOf(reader.Entity(speaker))).ToList() : claim.Claimant is { } name ? SchemaOrg.Thing("Thing", ("name", name)) : null),
            ("datePublished", claim.Date),
            ("appearance", works.Count > 0 ? works : null),
            ("firstAppearance", first is not null ? WorkOf(first, reader) : claim.FirstAppearance is { } url && reader.MayLink(url) ? SchemaOrg.Page(url) : null),
            ("subjectOf", PagesOf(reviews, reader)),
            ("isBasedOn", PagesOf(pages.Select(page => page.Document).Distinct().Where(document => !reviews.Contains(document)), reader)),
            ("sdLicense", claim.Licence is null ? null : Licences.ToAddress(claim.Licence)),
            ("sdPublisher", SchemaOrg.Publisher(options)),
            ("sdDatePublished", SchemaOrg.Day(day)));
    }

    private static Dictionary<string, object?> WorkOf(Appearance appearance, RecordReader reader) => SchemaOrg.Thing("CreativeWork",
        ("url", reader.MayLink(appearance.Url) ? appearance.Url : null),
        ("datePublished", appearance.Date),
        ("inLanguage", appearance.Language),
        ("publisher", appearance.Carrier is { } carrier ? OrganisationOf(reader.Entity(carrier))
            : appearance.CarrierText is { } text ? SchemaOrg.Thing("Thing", ("name", text.In(ReplyLanguages.English))) : null));

    private static Dictionary<string, object?> OrganisationOf(Entity entity) =>
        SchemaOrg.Thing(entity.Kind == "person" ? "Person" : "Organization", ("identifier", entity.Id), ("name", entity.NameIn(ReplyLanguages.English)));

    private static List<Dictionary<string, object?>>? PagesOf(IEnumerable<string> documents, RecordReader reader)
    {
        var pages = documents.Select(reader.Document)
            .Where(document => document.PublisherType != "pseudo_factchecker")
            .Select(document => SchemaOrg.Thing("CreativeWork",
                ("identifier", document.Id), ("headline", document.Title), ("url", document.Url), ("datePublished", document.Date), ("inLanguage", document.Language),
                ("publisher", SchemaOrg.Thing("Organization", ("name", document.Publisher)))))
            .ToList();
        return pages.Count > 0 ? pages : null;
    }

    private sealed class Claim
    {
        public required string Id { get; init; }
        public required LocalizedText Text { get; init; }
        public string? Claimant { get; init; }
        public string? Date { get; init; }
        public string? Appearances { get; init; }
        public string? FirstAppearance { get; init; }
        public string? Licence { get; init; }
    }

    private sealed class Appearance
    {
        public required string Claim { get; init; }
        public string? Carrier { get; init; }
        public LocalizedText? CarrierText { get; init; }
        public string? Date { get; init; }
        public string? Language { get; init; }
        public string? Url { get; init; }
        public long? IsFirst { get; init; }
    }
}
