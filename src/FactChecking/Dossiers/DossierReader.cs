using Dapper;
using FactChecking.Knowledge;
using FactChecking.Languages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Dossiers;

/// <summary>Reads the dossier of a claim.</summary>
internal static class DossierReader
{
    private const string SelectClaim = """
        select id as Id, key as Key, text as Text, checkable as Checkable, "when" as "When"
        from claims
        where id = @claim
        """;

    private const string SelectIdByKey = "select id from claims where key = @key";

    // What is only a hypothesis never reaches a person.
    private const string SelectDebunks = """
        select document_id as Document, scope as Scope, rating as Rating, quote as Quote, quote_role as QuoteRole
        from debunks
        where claim_id = @claim and scope <> 'hypothesis'
        order by ordinal
        """;

    private const string SelectEstablished =
        "select id as Id, side as Side, text as Text from established where claim_id = @claim order by ordinal";

    private const string SelectSaidBy =
        "select entity_id from claim_entities where claim_id = @claim and role = 'said_by' order by ordinal";

    private const string SelectTrails =
        "select chain_id from chain_claims where claim_id = @claim order by chain_id";

    public static ClaimDossier? Find(KnowledgeGeneration generation, string claim) =>
        generation.Cached((typeof(ClaimDossier), claim), () => generation.Read(connection => Read(connection, claim)));

    public static string? FindIdByKey(KnowledgeGeneration generation, string key) =>
        generation.Read(connection => connection.QuerySingleOrDefault<string>(SelectIdByKey, new { key }));

    private static ClaimDossier? Read(SqliteConnection connection, string claim)
    {
        var row = connection.QuerySingleOrDefault<ClaimRow>(SelectClaim, new { claim });
        if (row is null)
            return null;

        var records = new RecordReader(connection);
        return new ClaimDossier(
            row.Id,
            row.Key,
            row.Text,
            row.Checkable != 0,
            row.When,
            records.EvidenceOf(claim),
            [.. connection.Query<DebunkRow>(SelectDebunks, new { claim })
                .Select(debunk => new Debunk(records.Document(debunk.Document), debunk.Scope, debunk.Rating, debunk.Quote, debunk.QuoteRole))],
            [.. connection.Query<EstablishedRow>(SelectEstablished, new { claim })
                .Select(statement => new EstablishedStatement(statement.Side, statement.Text, records.EvidenceOf(statement.Id)))],
            [.. connection.Query<string>(SelectSaidBy, new { claim }).Select(records.Entity)],
            [.. connection.Query<string>(SelectTrails, new { claim }).Select(trail => new TrailReader(connection, records).Read(trail))]);
    }

    private sealed record ClaimRow(string Id, string Key, LocalizedText Text, long Checkable, string? When);

    private sealed record DebunkRow(string Document, string Scope, string? Rating, string? Quote, string QuoteRole);

    private sealed record EstablishedRow(string Id, string? Side, LocalizedText Text);
}
