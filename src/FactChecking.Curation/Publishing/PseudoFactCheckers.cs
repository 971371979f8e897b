using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Text;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>
/// The sites and channels that only pose as fact-checkers, by the records: nothing of theirs is imported as a debunk. A
/// sub-domain belongs to its domain.
/// </summary>
internal sealed class PseudoFactCheckers
{
    /// <summary>What is wrong with an address of theirs, after its host.</summary>
    public const string Reason = "poses as a fact-checker, by the records, and is no source of debunks";

    /// <summary>Where nobody is known.</summary>
    public static readonly PseudoFactCheckers None = new([]);

    private const string SelectAddresses = """
        select entity_domains.domain
        from entity_domains
        join entities on entities.id = entity_domains.entity_id
        where entities.kind = 'pseudo_factchecker'
        union
        select 't.me/' || entity_channels.username
        from entity_channels
        join entities on entities.id = entity_channels.entity_id
        where entities.kind = 'pseudo_factchecker'
        """;

    private const string SelectPages = """
        select url
        from documents
        where publisher_type = 'pseudo_factchecker' and url is not null
        """;

    // Hosts of many publishers: a page there says nothing of the others.
    private static readonly HashSet<string> Shared = ["t.me", "web.archive.org", "archive.org", "facebook.com", "x.com", "twitter.com", "youtube.com"];

    private readonly HashSet<string> _addresses;

    private PseudoFactCheckers(IEnumerable<string?> addresses) => _addresses = [.. addresses.OfType<string>()];

    /// <summary>Those in a knowledge database.</summary>
    public static PseudoFactCheckers Of(SqliteConnection connection) => new(
        connection.Query<string>(SelectAddresses).Select(CanonicalLink.Of)
            .Concat(connection.Query<string>(SelectPages).Select(HostOf).Where(host => host is not null && !Shared.Contains(host))));

    /// <summary>Those of a data folder.</summary>
    /// <exception cref="DataFaultsException">A record is wrong.</exception>
    public static async Task<PseudoFactCheckers> OfAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var records = await folder.ReadAsync(null, cancellationToken);
        var entities = records.Entities.Where(entity => entity.Kind == "pseudo_factchecker").ToList();
        return new PseudoFactCheckers(
            entities.SelectMany(entity => (entity.Domains ?? []).Concat(entity.Mirrors ?? []).Concat((entity.Telegram ?? []).Select(name => $"t.me/{name.ToLowerInvariant()}")))
                .Select(CanonicalLink.Of)
                .Concat(records.Documents.Where(document => document.PublisherType == "pseudo_factchecker" && document.Url is not null)
                    .Select(document => HostOf(document.Url!)).Where(host => host is not null && !Shared.Contains(host)))); // just looked at
    }

    /// <summary>The part of the address that is of a pseudo-fact-checker; null when none is.</summary>
    public string? Find(string? url)
    {
        if (url is null || CanonicalLink.Of(url)?.ToLowerInvariant() is not { } link)
            return null;
        var parts = link.Split('/', '?');
        if (parts is ["t.me", var first, ..])
            return Channel(first == "s" && parts.Length > 2 ? parts[2] : first);
        for (var host = parts[0].TrimEnd('.').Split(':')[0]; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_addresses.Contains(host))
                return host;
        }
        return null;
    }

    private string? Channel(string name) => _addresses.Contains($"t.me/{name}") ? $"t.me/{name}" : null;

    private static string? HostOf(string url) => CanonicalLink.Of(url)?.Split('/', '?')[0];
}
