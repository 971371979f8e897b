using Dapper;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Outlets;
using Microsoft.Data.Sqlite;

namespace FactChecking.Published;

/// <summary>Reads what pages show beyond what replies do.</summary>
internal static class PublishedRecordReader
{
    private const string SelectPublishedAt = "select value from meta where key = 'published_at'";

    private const string SelectOutlets = """
        select id as Id, kind as Kind, country as Country
        from entities
        where kind <> 'person'
        """;

    private const string SelectIsOutlet = "select count(*) from entities where id = @id";

    private const string SelectOwnership = """
        select id as Id, relation as Relation, object as Owner, valid_from as ValidFrom, valid_to as ValidTo
        from ownership
        where subject = @id
        order by valid_from is null, valid_from, id
        """;

    private const string SelectDomains = "select domain from entity_domains where entity_id = @id and mirror = @mirror order by domain";

    private const string SelectChannels = "select username from entity_channels where entity_id = @id order by username";

    private const string SelectPolicy = "select link_policy as Policy, reason as Reason from outlet_policies where outlet = @id";

    private const string SelectCarried = """
        select distinct claims.id as Id, claims.text as Text
        from appearances
        join appearance_claims on appearance_claims.appearance_id = appearances.id and appearance_claims.relation = 'asserts'
        join claims on claims.id = appearance_claims.claim_id
        where appearances.carrier = @id
        order by claims.id
        """;

    private const string SelectAgreements = """
        select id as Id, title as Title, date as Date, kind as Kind, place as Place
        from agreements
        where @id is null or id = @id
        order by date is null, date, id
        """;

    private const string SelectParties = "select entity_id from agreement_parties where agreement_id = @id order by ordinal";

    private const string SelectTerms = "select text from agreement_terms where agreement_id = @id order by ordinal";

    private const string SelectIsDocument = "select count(*) from documents where id = @id";

    private const string SelectNaming = """
        select claims.id as Id, claims.text as Text
        from claims
        where claims.id in (
            select claim_id from debunks where document_id = @id and scope <> 'hypothesis'
            union select record_id from evidence where document_id = @id)
        order by claims.id
        """;

    private const string SelectClaim = """select id as Id, text as Text, "when" as "When" from claims where id = @id""";

    private const string SelectReviews = """
        select document_id as Document, scope as Scope, rating as Rating, quote as Quote, quote_role as QuoteRole
        from debunks
        where claim_id = @id and scope = 'same_claim'
        order by ordinal
        """;

    private const string SelectSaidBy = "select entity_id from claim_entities where claim_id = @id and role = 'said_by' order by ordinal limit 1";

    public static string? PublishedAt(SqliteConnection connection) => connection.ExecuteScalar<string?>(SelectPublishedAt);

    public static IReadOnlyList<OutletLine> Outlets(SqliteConnection connection)
    {
        var records = new RecordReader(connection);
        return [.. connection.Query<(string Id, string Kind, string? Country)>(SelectOutlets)
            .Select(row => new OutletLine(row.Id, row.Kind, row.Country, records.Entity(row.Id).Names))
            .OrderBy(line => records.Entity(line.Id).NameIn(ReplyLanguages.English), StringComparer.OrdinalIgnoreCase)];
    }

    public static PublishedOutlet? FindOutlet(KnowledgeGeneration generation, string id)
    {
        if (generation.Read(connection => connection.ExecuteScalar<long>(SelectIsOutlet, new { id })) == 0)
            return null;
        var record = OutletReader.Find(generation, [id])[0];
        return generation.Read(connection =>
        {
            var records = new RecordReader(connection);
            return new PublishedOutlet(
                record,
                [.. connection.Query<OwnershipRow>(SelectOwnership, new { id }).Select(row => new Ownership(
                    row.Id, records.Entity(id), row.Relation, row.Owner is null ? null : records.Entity(row.Owner), row.ValidFrom, row.ValidTo, records.EvidenceOf(row.Id)))],
                [.. connection.Query<string>(SelectDomains, new { id, mirror = 0 })],
                [.. connection.Query<string>(SelectDomains, new { id, mirror = 1 })],
                [.. connection.Query<string>(SelectChannels, new { id })],
                connection.QueryFirstOrDefault<LinkPolicy>(SelectPolicy, new { id }),
                [.. connection.Query<ClaimLine>(SelectCarried, new { id })]);
        });
    }

    public static PublishedAgreement? FindAgreement(SqliteConnection connection, string id) => ReadAgreements(connection, id).FirstOrDefault();

    public static IReadOnlyList<PublishedAgreement> Agreements(SqliteConnection connection) => ReadAgreements(connection, null);

    public static PublishedDocument? FindDocument(SqliteConnection connection, string id) =>
        connection.ExecuteScalar<long>(SelectIsDocument, new { id }) == 0
            ? null
            : new PublishedDocument(new RecordReader(connection).Document(id), [.. connection.Query<ClaimLine>(SelectNaming, new { id })]);

    public static IReadOnlyList<ReviewedClaim> Reviews(SqliteConnection connection, IEnumerable<string> claims)
    {
        var records = new RecordReader(connection);
        return [.. claims.Select(id => connection.QuerySingleOrDefault<ClaimRow>(SelectClaim, new { id })).OfType<ClaimRow>().Select(row => new ReviewedClaim(
            row.Id,
            row.Text,
            connection.ExecuteScalar<string?>(SelectSaidBy, new { id = row.Id }) is { } speaker ? records.Entity(speaker).NameIn(ReplyLanguages.English) : null,
            row.When,
            [.. connection.Query<ReviewRow>(SelectReviews, new { id = row.Id })
                .Select(review => new Debunk(records.Document(review.Document), review.Scope, review.Rating, review.Quote, review.QuoteRole))]))];
    }

    private static List<PublishedAgreement> ReadAgreements(SqliteConnection connection, string? id)
    {
        var records = new RecordReader(connection);
        return [.. connection.Query<AgreementRow>(SelectAgreements, new { id }).Select(row => new PublishedAgreement(
            new Agreement(
                row.Id,
                [.. connection.Query<string>(SelectParties, new { id = row.Id }).Select(records.Entity)],
                row.Title, row.Date, row.Kind, records.EvidenceOf(row.Id)),
            row.Place,
            [.. connection.Query<string>(SelectTerms, new { id = row.Id }).Select(LocalizedText.FromJson)]))];
    }

    private sealed record OwnershipRow(string Id, string Relation, string? Owner, string? ValidFrom, string? ValidTo);

    private sealed record AgreementRow(string Id, LocalizedText Title, string? Date, string Kind, string? Place);

    private sealed record ClaimRow(string Id, LocalizedText Text, string? When);

    private sealed record ReviewRow(string Document, string Scope, string? Rating, string? Quote, string QuoteRole);
}
