using Dapper;
using FactChecking.Knowledge;
using Microsoft.Data.Sqlite;

namespace FactChecking.Outlets;

/// <summary>Which outlets an address, a Telegram channel or a name stands for, in one generation of the records.</summary>
internal sealed class OutletDirectory
{
    // Databases of earlier versions that hold imported records only are read as they are, without this table.
    private const string HasChannels = "select count(*) from sqlite_schema where name = 'entity_channels'";

    // A platform hosts what everyone writes, and a state or a person is no outlet: their addresses say nothing of a post.
    private const string SelectDomains = """
        select entity_domains.domain as Key, entities.id as Outlet
        from entity_domains
        join entities on entities.id = entity_domains.entity_id
        where entities.kind not in ('platform', 'person', 'state')
        order by entities.id
        """;

    private const string SelectChannels = "select username as Key, entity_id as Outlet from entity_channels";

    private const string SelectNames = """
        select entity_names.name as Key, entities.id as Outlet
        from entity_names
        join entities on entities.id = entity_names.entity_id
        where entities.kind in ('outlet', 'media_group', 'legal_entity', 'platform_portal', 'pseudo_factchecker')
        order by entities.id
        """;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _domains;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _channels;

    private OutletDirectory(
        IReadOnlyDictionary<string, IReadOnlyList<string>> domains,
        IReadOnlyDictionary<string, IReadOnlyList<string>> channels,
        OutletNames names) =>
        (_domains, _channels, Names) = (domains, channels, names);

    public OutletNames Names { get; }

    /// <summary>The directory of a generation. The first call reads it.</summary>
    public static OutletDirectory Of(KnowledgeGeneration generation) => generation.Part(of => of.Read(Read));

    private static OutletDirectory Read(SqliteConnection connection) => new(
        Grouped(connection, SelectDomains, key => key),
        connection.ExecuteScalar<long>(HasChannels) > 0
            ? Grouped(connection, SelectChannels, key => key)
            : new Dictionary<string, IReadOnlyList<string>>(),
        new OutletNames(Grouped(connection, SelectNames, OutletNames.Fold)));

    /// <summary>The outlets of a host name: those of the longest domain that it ends in.</summary>
    public IReadOnlyList<string> OfHost(string host)
    {
        for (var rest = host; rest.Length > 0; rest = rest.Contains('.', StringComparison.Ordinal) ? rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..] : "")
        {
            if (_domains.TryGetValue(rest, out var outlets))
                return outlets;
        }
        return [];
    }

    /// <summary>The outlets of a Telegram user name, without @.</summary>
    public IReadOnlyList<string> OfChannel(string username) => _channels.GetValueOrDefault(username.ToLowerInvariant()) ?? [];

    private static Dictionary<string, IReadOnlyList<string>> Grouped(SqliteConnection connection, string sql, Func<string, string> form) =>
        connection.Query<(string Key, string Outlet)>(sql)
            .GroupBy(row => form(row.Key), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(row => row.Outlet).Distinct()]);
}
