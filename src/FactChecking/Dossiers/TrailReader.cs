using Dapper;
using FactChecking.Languages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Dossiers;

/// <summary>Reads one origin trail with the ownership of its carriers.</summary>
internal sealed class TrailReader(SqliteConnection connection, RecordReader records)
{
    // Owners of owners: Reference News, Xinhua, the State Council.
    private const int OwnershipDepth = 3;

    private const string SelectChain =
        "select id as Id, title as Title, origin_status as Status, origin_text as Origin from chains where id = @trail";

    private const string SelectAppearances = """
        select appearances.id as Id, carrier as Carrier, carrier_text as CarrierText, date as Date, role as Role,
            chain_steps.ordinal as Step
        from appearances
        left join chain_steps on chain_steps.appearance_id = appearances.id and chain_steps.chain_id = appearances.chain_id
        where appearances.chain_id = @trail
        order by chain_steps.ordinal
        """;

    private const string SelectRelays = """
        select id as Id, from_appearance as "From", to_appearance as "To", relation as Relation
        from relays
        where chain_id = @trail
        order by id
        """;

    private const string SelectCandidates =
        "select id as Id, who as Who, date as Date from origin_candidates where chain_id = @trail order by ordinal";

    private const string SelectOwnership = """
        select id as Id, subject as Subject, relation as Relation, object as Owner, valid_from as ValidFrom, valid_to as ValidTo
        from ownership
        where subject = @subject
        order by id
        """;

    private const string SelectAgreements = """
        select agreements.id as Id, agreements.title as Title, agreements.date as Date, agreements.kind as Kind
        from chain_agreements
        join agreements on agreements.id = chain_agreements.agreement_id
        where chain_agreements.chain_id = @trail and chain_agreements.display
        order by chain_agreements.ordinal
        """;

    private const string SelectParties =
        "select entity_id from agreement_parties where agreement_id = @agreement order by ordinal";

    private const string SelectTerms = "select text from agreement_terms where agreement_id = @agreement order by ordinal";

    public OriginTrail Read(string trail)
    {
        var chain = connection.QuerySingle<ChainRow>(SelectChain, new { trail });
        var rows = connection.Query<AppearanceRow>(SelectAppearances, new { trail }).ToList();
        var appearances = rows.ToDictionary(row => row.Id, row => new Appearance(
            row.Id, row.Carrier is null ? null : records.Entity(row.Carrier), row.CarrierText, row.Date, row.Role, records.EvidenceOf(row.Id)));
        var steps = rows.Where(row => row.Step is not null).Select(row => appearances[row.Id]).ToList();
        return new OriginTrail(
            chain.Id,
            chain.Title,
            chain.Status,
            chain.Origin,
            records.EvidenceOf(trail),
            steps,
            [.. connection.Query<RelayRow>(SelectRelays, new { trail })
                .Select(row => new Relay(row.Id, appearances[row.From], appearances[row.To], row.Relation, records.EvidenceOf(row.Id)))],
            [.. connection.Query<CandidateRow>(SelectCandidates, new { trail })
                .Select(row => new OriginCandidate(row.Who, row.Date, records.EvidenceOf(row.Id)))],
            OwnershipOf(steps),
            [.. connection.Query<AgreementRow>(SelectAgreements, new { trail })
                .Select(row => new Agreement(row.Id, Parties(row.Id), row.Title, row.Date, row.Kind, records.EvidenceOf(row.Id)) { Terms = Terms(row.Id) })]);
    }

    private List<Ownership> OwnershipOf(List<Appearance> steps)
    {
        var found = new List<Ownership>();
        var seen = new HashSet<string>();
        var subjects = steps.Select(step => step.Carrier?.Id).OfType<string>().Distinct().ToList();
        for (var depth = 0; depth < OwnershipDepth && subjects.Count > 0; depth++)
        {
            var edges = subjects.Where(seen.Add)
                .SelectMany(subject => connection.Query<OwnershipRow>(SelectOwnership, new { subject }))
                .Select(row => new Ownership(
                    row.Id, records.Entity(row.Subject), row.Relation, row.Owner is null ? null : records.Entity(row.Owner), row.ValidFrom, row.ValidTo, records.EvidenceOf(row.Id)))
                .ToList();
            found.AddRange(edges);
            subjects = [.. edges.Select(edge => edge.Owner?.Id).OfType<string>().Distinct()];
        }
        return found;
    }

    private List<Entity> Parties(string agreement) =>
        [.. connection.Query<string>(SelectParties, new { agreement }).Select(records.Entity)];

    private List<LocalizedText> Terms(string agreement) => [.. connection.Query<LocalizedText>(SelectTerms, new { agreement })];

    private sealed record ChainRow(string Id, LocalizedText Title, string Status, LocalizedText Origin);

    private sealed record AppearanceRow(string Id, string? Carrier, LocalizedText? CarrierText, string Date, string Role, long? Step);

    private sealed record RelayRow(string Id, string From, string To, string Relation);

    private sealed record CandidateRow(string Id, LocalizedText Who, string? Date);

    private sealed record OwnershipRow(string Id, string Subject, string Relation, string? Owner, string? ValidFrom, string? ValidTo);

    private sealed record AgreementRow(string Id, LocalizedText Title, string? Date, string Kind);
}
