using System.Globalization;
using System.Text.Json;
using Dapper;
using FactChecking.Foundation;
using FactChecking.Languages;
using FactChecking.Search;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>
/// Enters what records are looked for by. Entries of records that were changed or deleted are gone by then: triggers of the
/// schema take them out, whoever wrote.
/// </summary>
internal sealed class RecordEntryWriter : IDisposable
{
    // Every list is JSON. Of a claim's reviews, what is only a hypothesis never reaches a person.
    private const string Claims = """
        select 'claim' as Kind, id as Id, text as Title,
            (select publisher from debunks join documents on documents.id = document_id where claim_id = claims.id and scope <> 'hypothesis' order by ordinal limit 1) as Detail,
            (select max(date) from debunks join documents on documents.id = document_id where claim_id = claims.id and scope <> 'hypothesis') as Date,
            json_array(key) as Keys,
            (select json_group_array(text) from (
                select text from claim_variants where claim_id = claims.id
                union select publisher from debunks join documents on documents.id = document_id where claim_id = claims.id and scope <> 'hypothesis')) as More,
            (select json_group_array(distinct language) from debunks join documents on documents.id = document_id where claim_id = claims.id and language is not null and scope <> 'hypothesis') as Languages,
            (select json_group_array(distinct url) from debunks join documents on documents.id = document_id where claim_id = claims.id and url is not null and scope <> 'hypothesis') as Addresses
        from claims
        """;

    private const string Entities = """
        select 'entity' as Kind, id as Id,
            (select json_group_object(language, name) from entity_names where entity_id = entities.id and ordinal = 0) as Title,
            kind as Detail, null as Date,
            (select json_group_array(key) from (
                select name as key from entity_names where entity_id = entities.id
                union select domain from entity_domains where entity_id = entities.id
                union select username from entity_channels where entity_id = entities.id)) as Keys,
            null as More, null as Languages, null as Addresses
        from entities
        """;

    // An imported record is one with its claim, under the same id.
    private const string Documents = """
        select 'document' as Kind, id as Id, json_object(coalesce(language, 'en'), title) as Title, publisher as Detail, date as Date,
            null as Keys, json_array(publisher, author) as More, null as Languages, json_array(url) as Addresses
        from documents
        where not exists (select 1 from claims where claims.id = documents.id)
        """;

    private const string Agreements = """
        select 'agreement' as Kind, id as Id, title as Title, kind as Detail, date as Date, null as Keys,
            (select json_group_array(name) from agreement_parties join entity_names using (entity_id) where agreement_id = agreements.id) as More,
            null as Languages, null as Addresses
        from agreements
        """;

    private const string Chains = """
        select 'chain' as Kind, id as Id, title as Title, null as Detail,
            (select min(date) from appearances where chain_id = chains.id) as Date, null as Keys,
            (select json_group_array(name) from (
                select distinct name from appearances join entity_names on entity_id = carrier where chain_id = chains.id)) as More,
            null as Languages, null as Addresses
        from chains
        """;

    private const string Others = """
        select 'event' as Kind, id as Id, json_object('en', title) as Title, null as Detail, date as Date,
            null as Keys, null as More, null as Languages, null as Addresses
        from events
        union all
        select 'narrative', id, json_object('en', name), kind, null, null, json_array(description), null, null from narratives
        union all
        select 'mechanism', id, json_object('en', name), kind, null, null, json_array(description), null, null from mechanisms
        """;

    private static readonly IReadOnlyList<string> SelectMissing =
    [
        .. new[] { Documents, Others, Chains, Agreements, Entities, Claims }.Select(records => $"""
            select Kind, Id, Title, coalesce(Detail, '') as Detail, coalesce(Date, '') as Date, coalesce(Keys, '[]') as Keys,
                coalesce(More, '[]') as More, coalesce(Languages, '[]') as Languages, coalesce(Addresses, '[]') as Addresses
            from ({records}) records
            where not exists (select 1 from record_entries where record_entries.kind = records.Kind and record_entries.id = records.Id)
            """),
    ];

    private const string Insert = """
        insert into record_entries (kind, id, title, detail, date) values ($kind, $id, $title, $detail, $date);
        insert into record_search (rowid, names, more, facets) values (last_insert_rowid(), $names, $more, $facets);
        select seq from sqlite_sequence where name = 'record_entries';
        """;

    private const string InsertList =
        "insert into record_lists (kind, language, date, number) values ($kind, $language, $date, $number) on conflict do nothing";

    private const string InsertKey = "insert into record_keys (key, number) values ($key, $number) on conflict do nothing";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _insertList;
    private readonly SqliteCommand _insertKey;

    public RecordEntryWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        _insert = Prepare(Insert, "$kind", "$id", "$title", "$detail", "$date", "$names", "$more", "$facets");
        _insertList = Prepare(InsertList, "$kind", "$language", "$date", "$number");
        _insertKey = Prepare(InsertKey, "$key", "$number");
    }

    /// <summary>Enters every record that has no entry.</summary>
    public void WriteMissing()
    {
        foreach (var statement in SelectMissing)
        {
            foreach (var row in _connection.Query<Row>(statement, transaction: _transaction))
                Write(row);
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertList.Dispose();
        _insertKey.Dispose();
    }

    private void Write(Row row)
    {
        var title = LocalizedText.FromJson(row.Title);
        var languages = title.Texts.Keys.Concat(List(row.Languages)).Distinct().ToList();
        var keys = List(row.Keys).Append(row.Id).ToList();
        var number = (long)Run(
            _insert, row.Kind, row.Id, row.Title, row.Detail.Length > 0 ? row.Detail : null, row.Date,
            string.Join(' ', title.Texts.Values.Concat(keys).Distinct().Select(SearchWords.Of)),
            string.Join(' ', List(row.More).Select(SearchWords.Of)),
            string.Join(' ', Facets(row, languages)))!; // a row was just inserted
        foreach (var language in languages.Prepend(""))
            Run(_insertList, row.Kind, language, row.Date, number);
        foreach (var key in keys.Select(SearchWords.Of).Where(key => key.Length > 0))
            Run(_insertKey, key, number);
    }

    private static IEnumerable<string> Facets(Row row, IEnumerable<string> languages)
    {
        var facets = languages.Select(SearchWords.LanguageFacet).Append(SearchWords.Facet(Enum.Parse<RecordKind>(row.Kind, ignoreCase: true)));
        if (row.Date is [_, _, _, _, ..] && int.TryParse(row.Date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            facets = facets.Append(SearchWords.YearFacet(year));
        return facets.Concat(List(row.Addresses).SelectMany(Sites).Distinct().Select(SearchWords.SiteFacet));
    }

    // A site is also what its host name ends in: www.example.org is found by example.org.
    private static IEnumerable<string> Sites(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            yield break;
        for (var host = uri.Host; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
            yield return host;
    }

    private static IEnumerable<string> List(string json) =>
        JsonSerializer.Deserialize<List<string?>>(json, FactCheckingJson.Plain)!.OfType<string>(); // SQLite wrote it

    private SqliteCommand Prepare(string statement, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = statement;
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        return command;
    }

    private static object? Run(SqliteCommand command, params object?[] values)
    {
        foreach (var (index, value) in values.Index())
            command.Parameters[index].Value = value ?? DBNull.Value;
        return command.ExecuteScalar();
    }

    // By its properties: of a statement that finds nothing SQLite does not tell the types that a constructor would need.
    private sealed class Row
    {
        public required string Kind { get; init; }
        public required string Id { get; init; }
        public required string Title { get; init; }
        public required string Detail { get; init; }
        public required string Date { get; init; }
        public required string Keys { get; init; }
        public required string More { get; init; }
        public required string Languages { get; init; }
        public required string Addresses { get; init; }
    }
}
