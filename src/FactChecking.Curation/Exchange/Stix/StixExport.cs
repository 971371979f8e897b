using System.Globalization;
using System.Text.Json;
using Dapper;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Dossiers;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Published;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Exchange.Stix;

/// <summary>
/// Writes the records as a STIX 2.1 bundle for analysts (docs.oasis-open.org/cti/stix/v2.1): outlets and owners as identities,
/// ownership and agreements as relationships, claims as reports, what others found as notes, suggested DISARM techniques as
/// attack patterns. The same records make the same bundle.
/// </summary>
public static class StixExport
{
    private const string SelectOwnership = """
        select id as Id, subject as Subject, relation as Relation, object as Object, valid_from as "From", valid_to as "To", confidence as Confidence, note as Note
        from ownership
        where object is not null and object <> subject
        order by id
        """;

    private const string SelectAgreements = """
        select agreements.id as Id, one.entity_id as Subject, agreements.kind as Relation, other.entity_id as Object, agreements.date as "From",
            null as "To", agreements.confidence as Confidence, json_extract(agreements.title, '$.en') as Note,
            1 as IsAgreement
        from agreements
        join agreement_parties one on one.agreement_id = agreements.id
        join agreement_parties other on other.agreement_id = agreements.id and other.ordinal > one.ordinal
        order by agreements.id, one.ordinal, other.ordinal
        """;

    private const string SelectClaims = "select id as Id, text as Text from claims order by number";

    private const string SelectConcerned = "select claim_id as Claim, entity_id as Entity from claim_entities order by claim_id, role, ordinal";

    private const string SelectTechniques = "select claim_id as Claim, technique as Technique from claim_techniques order by claim_id, ordinal";

    private const string SelectDebunks = """
        select claim_id as Claim, ordinal as Ordinal, document_id as Document, scope as Scope, rating as Rating,
            case quote_role when 'finding' then quote end as Quote
        from debunks
        where scope <> 'hypothesis'
        order by claim_id, ordinal
        """;

    private const string SelectPublishedAt = "select value from meta where key = 'published_at'";

    /// <param name="generation">The records.</param>
    /// <param name="options">How this bot is named.</param>
    /// <param name="address">Where the pages of the records are.</param>
    /// <param name="output">Where the JSON goes to.</param>
    public static void Write(KnowledgeGeneration generation, ExchangeOptions options, PublicAddress address, Stream output) => generation.Read(connection =>
    {
        var time = StixTime.Of(DateTimeOffset.Parse(connection.ExecuteScalar<string>(SelectPublishedAt)!, CultureInfo.InvariantCulture)); // every publication says when
        var objects = new StixObjects(options.PublisherName, address, time);
        using var json = new Utf8JsonWriter(output, SchemaOrg.Writing);
        json.WriteStartObject();
        json.WriteString("type", "bundle");
        json.WriteString("id", StixId.Of("bundle", $"{options.PublisherName} {time}"));
        json.WriteStartArray("objects");
        foreach (var made in Objects(connection, objects))
        {
            JsonSerializer.Serialize(json, made, FactCheckingJson.Plain);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    });

    private static IEnumerable<Dictionary<string, object?>> Objects(SqliteConnection connection, StixObjects objects)
    {
        var reader = new RecordReader(connection);
        yield return objects.Self;
        foreach (var entity in connection.Query<string>("select id from entities order by id").Select(reader.Entity))
            yield return objects.Identity(entity, References(reader, entity.Id));
        foreach (var relation in connection.Query<StixRelation>(SelectOwnership).Concat(connection.Query<StixRelation>(SelectAgreements)))
            yield return objects.Relationship(relation, References(reader, relation.Id));

        var techniques = connection.Query<(string Claim, string Technique)>(SelectTechniques).ToLookup(row => row.Claim, row => row.Technique);
        foreach (var technique in techniques.SelectMany(group => group).Distinct().Order(StringComparer.Ordinal))
            yield return objects.AttackPattern(technique);

        var concerned = connection.Query<(string Claim, string Entity)>(SelectConcerned).ToLookup(row => row.Claim, row => row.Entity);
        var debunks = connection.Query<StixDebunk>(SelectDebunks).ToLookup(row => row.Claim);
        foreach (var (id, text) in connection.Query<(string Id, LocalizedText Text)>(SelectClaims))
        {
            var documents = reader.EvidenceOf(id).Select(evidence => evidence.Document).ToList();
            yield return objects.Report(id, text, documents, concerned[id].Distinct(), techniques[id]);
            foreach (var debunk in debunks[id])
                yield return objects.Note(debunk, reader.Document(debunk.Document));
        }
    }

    private static IReadOnlyList<Document> References(RecordReader reader, string record) =>
        [.. reader.EvidenceOf(record).Select(evidence => evidence.Document).DistinctBy(document => document.Id)];
}

/// <summary>A relation between two entities: owner or agreement.</summary>
internal sealed class StixRelation
{
    public required string Id { get; init; }
    public required string Subject { get; init; }
    public required string Relation { get; init; }
    public required string Object { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public required string Confidence { get; init; }
    public string? Note { get; init; }
    public bool IsAgreement { get; init; }
}

/// <summary>What a publisher found about a claim.</summary>
internal sealed class StixDebunk
{
    public required string Claim { get; init; }
    public long Ordinal { get; init; }
    public required string Document { get; init; }
    public required string Scope { get; init; }
    public string? Rating { get; init; }
    public string? Quote { get; init; }
}
