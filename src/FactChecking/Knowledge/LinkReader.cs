using Dapper;

namespace FactChecking.Knowledge;

/// <summary>Addresses that stand for a claim.</summary>
internal static class LinkReader
{
    /// <summary>Adds an address; one that is no web address (null) is left out.</summary>
    public const string Insert = """
        insert into claim_links (link, claim_number)
        select @Link, @Claim
        where @Link is not null
        on conflict do nothing
        """;

    private const string SelectClaims = """
        select distinct claims.id
        from claim_links
        join claims on claims.number = claim_links.claim_number
        where claim_links.link in @links
        order by claims.number
        """;

    /// <summary>Ids of the claims that any of these canonical addresses stands for.</summary>
    public static IReadOnlyList<string> ClaimsOf(KnowledgeGeneration generation, IReadOnlyCollection<string> links) =>
        links.Count == 0 ? [] : generation.Read(connection => connection.Query<string>(SelectClaims, new { links }).ToList());
}
