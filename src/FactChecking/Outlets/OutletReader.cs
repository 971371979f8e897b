using Dapper;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Languages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Outlets;

/// <summary>Reads the records of outlets.</summary>
internal static class OutletReader
{
    // Owners of owners: Reference News, Xinhua, the State Council.
    private const int OwnershipDepth = 3;

    private const string SelectOutlet =
        "select country as Country, ownership_status is not null as OwnershipUnclear from entities where id = @id";

    private const string SelectNamesakes = """
        select distinct others.entity_id
        from entity_names own
        join entity_names others on others.name = own.name collate nocase and others.entity_id <> own.entity_id
        where own.entity_id = @id
        """;

    private const string SelectOwnership = """
        select id as Id, relation as Relation, object as Owner, valid_from as ValidFrom
        from ownership
        where subject = @subject and valid_to is null
        order by id
        """;

    private const string SelectLabels = """
        select labels.id as Id, label as Label, assigned_by as AssignedBy, valid_from as ValidFrom, valid_to as ValidTo
        from labels
        join label_entities on label_entities.label_id = labels.id
        where label_entities.entity_id = @id
        order by valid_from is null, valid_from
        """;

    // One without a date is dated by what is known of it, if anything, which no reply can say in five languages.
    private const string SelectAgreements = """
        select agreements.id as Id, agreements.title as Title, agreements.date as Date, agreements.kind as Kind
        from agreement_parties
        join agreements on agreements.id = agreement_parties.agreement_id
        where agreement_parties.entity_id = @id
        order by agreements.date is null, agreements.date, agreements.id
        """;

    private const string SelectParties =
        "select entity_id from agreement_parties where agreement_id = @agreement order by ordinal";

    public static IReadOnlyList<OutletRecord> Find(KnowledgeGeneration generation, IEnumerable<string> outlets) =>
        generation.Read(connection =>
        {
            var records = new RecordReader(connection);
            return outlets.Select(outlet => Read(connection, records, outlet)).ToList();
        });

    private static OutletRecord Read(SqliteConnection connection, RecordReader records, string id)
    {
        var (country, unclear) = connection.QuerySingle<(string? Country, long OwnershipUnclear)>(SelectOutlet, new { id });
        return new OutletRecord(
            records.Entity(id),
            country,
            unclear != 0,
            records.EvidenceOf(id),
            [.. connection.Query<string>(SelectNamesakes, new { id }).Select(other => new Namesake(records.Entity(other), records.EvidenceOf(other)))],
            OwnershipOf(connection, records, id),
            [.. connection.Query<LabelRow>(SelectLabels, new { id })
                .Select(row => new OutletLabel(row.Label, row.AssignedBy, row.ValidFrom, row.ValidTo, records.EvidenceOf(row.Id)))],
            [.. connection.Query<AgreementRow>(SelectAgreements, new { id })
                .Select(row => new Agreement(row.Id, Parties(connection, records, row.Id), row.Title, row.Date, row.Kind, records.EvidenceOf(row.Id)))]);
    }

    private static List<Ownership> OwnershipOf(SqliteConnection connection, RecordReader records, string outlet)
    {
        var found = new List<Ownership>();
        var seen = new HashSet<string>();
        IReadOnlyList<string> subjects = [outlet];
        for (var depth = 0; depth < OwnershipDepth && subjects.Count > 0; depth++)
        {
            var edges = subjects.Where(seen.Add)
                .SelectMany(subject => connection.Query<OwnershipRow>(SelectOwnership, new { subject }).Select(row => new Ownership(
                    row.Id, records.Entity(subject), row.Relation, row.Owner is null ? null : records.Entity(row.Owner), row.ValidFrom, null, records.EvidenceOf(row.Id))))
                .ToList();
            found.AddRange(edges);
            subjects = [.. edges.Select(edge => edge.Owner?.Id).OfType<string>().Distinct()];
        }
        return found;
    }

    private static List<Entity> Parties(SqliteConnection connection, RecordReader records, string agreement) =>
        [.. connection.Query<string>(SelectParties, new { agreement }).Select(records.Entity)];

    private sealed record OwnershipRow(string Id, string Relation, string? Owner, string? ValidFrom);

    private sealed record LabelRow(string Id, LocalizedText Label, string AssignedBy, string? ValidFrom, string? ValidTo);

    private sealed record AgreementRow(string Id, LocalizedText Title, string? Date, string Kind);
}
