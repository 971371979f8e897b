using System.Globalization;
using Dapper;
using FactChecking.Dossiers;
using FactChecking.Languages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Published;

/// <summary>Reads the map. An entity that no line leads to is in the lists, not here.</summary>
internal static class OriginMapReader
{
    private const string SelectOwnership = """
        select id as Id, subject as "From", object as "To", relation as Relation, valid_from as Since, valid_to as Until, '' as Page
        from ownership
        where object is not null
        order by id
        """;

    // Of more than two parties, each with the first.
    private const string SelectAgreements = """
        select agreements.id as Id, first.entity_id as "From", other.entity_id as "To", agreements.title as Relation, agreements.date as Since, null as Until,
            '/agreements/' || agreements.id as Page
        from agreements
        join agreement_parties first on first.agreement_id = agreements.id and first.ordinal = 0
        join agreement_parties other on other.agreement_id = agreements.id and other.ordinal > 0
        order by agreements.id, other.ordinal
        """;

    private const string SelectRelays = """
        select relays.id as Id, source.carrier as "From", target.carrier as "To", relays.relation as Relation, target.date as Since, target.date as Until,
            '/claims/' || target.claim_id as Page
        from relays
        join appearances source on source.id = relays.from_appearance
        join appearances target on target.id = relays.to_appearance
        where source.carrier is not null and target.carrier is not null and source.carrier <> target.carrier
        order by relays.id
        """;

    private const string SelectEntity = "select kind as Kind, country as Country from entities where id = @id";

    public static OriginMap Read(SqliteConnection connection)
    {
        var records = new RecordReader(connection);
        var edges = new List<MapEdge>();
        foreach (var (kind, statement) in ((MapEdgeKind, string)[])[(MapEdgeKind.Owner, SelectOwnership), (MapEdgeKind.Agreement, SelectAgreements), (MapEdgeKind.Relay, SelectRelays)])
        {
            edges.AddRange(connection.Query<Row>(statement).Select(row => new MapEdge(
                row.Id, kind, row.From, row.To,
                kind == MapEdgeKind.Agreement ? LocalizedText.FromJson(row.Relation) : LocalizedText.Of(ReplyLanguages.English, row.Relation.Replace('_', ' ')),
                Year(row.Since), Year(row.Until), row.Page is "" ? $"/outlets/{row.From}" : row.Page, records.EvidenceOf(row.Id))));
        }
        var nodes = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal).Select(id =>
        {
            var (kind, country) = connection.QuerySingle<(string Kind, string? Country)>(SelectEntity, new { id });
            return new MapNode(id, kind, country, records.Entity(id), 0, 0);
        }).ToList();
        return new OriginMap(MapLayout.Place(nodes, edges), edges);
    }

    private static int? Year(string? date) =>
        date is [_, _, _, _, ..] && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    // By its properties: of a statement that finds nothing SQLite does not tell the types that a constructor would need.
    private sealed class Row
    {
        public required string Id { get; init; }
        public required string From { get; init; }
        public required string To { get; init; }
        public required string Relation { get; init; }
        public string? Since { get; init; }
        public string? Until { get; init; }
        public required string Page { get; init; }
    }
}
