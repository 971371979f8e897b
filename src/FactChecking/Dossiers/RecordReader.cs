using Dapper;
using Microsoft.Data.Sqlite;

namespace FactChecking.Dossiers;

/// <summary>Reads the documents, entities and evidence that a dossier's records name, each once.</summary>
internal sealed class RecordReader(SqliteConnection connection)
{
    private const string SelectDocument = """
        select id as Id, title as Title, publisher as Publisher, author as Author, publisher_type as PublisherType,
            date as Date, language as Language, seen as Seen, url as Url
        from documents
        where id = @id
        """;

    private const string SelectEvidence =
        "select document_id as Document, quote as Quote from evidence where record_id = @record order by ordinal";

    private const string SelectKind = "select kind from entities where id = @id";

    private const string SelectNames =
        "select language as Language, name as Name from entity_names where entity_id = @id order by language, ordinal";

    private const string SelectDomainsNotLinked = """
        select entity_domains.domain
        from outlet_policies
        join entity_domains on entity_domains.entity_id = outlet_policies.outlet
        where outlet_policies.link_policy = 'none'
        """;

    private readonly Dictionary<string, Document> _documents = [];
    private readonly Dictionary<string, Entity> _entities = [];
    private List<string>? _domainsNotLinked;

    public Document Document(string id)
    {
        if (!_documents.TryGetValue(id, out var document))
        {
            document = connection.QuerySingle<Document>(SelectDocument, new { id });
            _documents[id] = document = document with { Url = MayLink(document.Url) ? document.Url : null };
        }
        return document;
    }

    public Entity Entity(string id)
    {
        if (!_entities.TryGetValue(id, out var entity))
        {
            var names = connection.Query<(string Language, string Name)>(SelectNames, new { id })
                .GroupBy(row => row.Language)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(row => row.Name)]);
            _entities[id] = entity = new Entity(id, connection.QuerySingle<string>(SelectKind, new { id }), names);
        }
        return entity;
    }

    public IReadOnlyList<Evidence> EvidenceOf(string record) =>
        [.. connection.Query<(string Document, string? Quote)>(SelectEvidence, new { record })
            .Select(row => new Evidence(Document(row.Document), row.Quote))];

    /// <summary>Whether a link may lead there; a policy on a domain covers its sub-domains.</summary>
    public bool MayLink(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return false;
        _domainsNotLinked ??= [.. connection.Query<string>(SelectDomainsNotLinked)];
        return !_domainsNotLinked.Any(domain =>
            address.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || address.IdnHost.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
    }
}
