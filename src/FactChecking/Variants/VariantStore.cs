using Dapper;
using Microsoft.Data.Sqlite;

namespace FactChecking.Variants;

/// <summary>The variants of claims in the knowledge database.</summary>
internal static class VariantStore
{
    private const string Insert = """
        insert into claim_variants (claim_id, ordinal, language, form, origin, synthetic, text)
        values (@Claim, @Ordinal, @Language, @Form, @Origin, @Synthetic, @Text)
        """;

    private const string SelectOfClaim = """
        select claim_id as Claim, language as Language, form as Form, origin as Origin, text as Text
        from claim_variants
        where claim_id = @claim
        order by ordinal
        """;

    private const string SelectOfSource = """
        select claim_variants.claim_id as Claim, claim_variants.language as Language, claim_variants.form as Form,
            claim_variants.origin as Origin, claim_variants.text as Text
        from claim_variants
        join claims on claims.id = claim_variants.claim_id
        where @source is null or claims.source = @source
        order by claim_variants.claim_id, claim_variants.ordinal
        """;

    private const string DeleteOfClaim = """
        delete from claim_variants where claim_id = @claim;
        delete from passages where field = 'variant' and claim_number = (select number from claims where id = @claim);
        """;

    private const string SelectSource = "select source from claims where id = @claim";

    private const string SelectWordings = """
        select passages.text
        from passages
        join claims on claims.number = passages.claim_number
        where claims.id = @claim and passages.field <> 'summary'
        """;

    private const string SelectNumberAndNextOrdinal = """
        select claims.number, coalesce(max(passages.ordinal), -1) + 1
        from claims
        left join passages on passages.claim_number = claims.number
        where claims.id = @claim
        group by claims.number
        """;

    /// <summary>Writes the variants of a claim that has none, without their passages.</summary>
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, string claim, IEnumerable<Variant> variants) =>
        connection.Execute(Insert, variants.Index().Select(item => new
        {
            Claim = claim,
            Ordinal = item.Index,
            item.Item.Language,
            item.Item.Form,
            item.Item.Origin,
            Synthetic = VariantOrigin.IsSynthetic(item.Item.Origin),
            item.Item.Text,
        }), transaction);

    /// <summary>The variants of every claim that came from one source and has any.</summary>
    public static Dictionary<string, List<Variant>> OfSource(SqliteConnection connection, SqliteTransaction? transaction, string? source) =>
        connection.Query<Row>(SelectOfSource, new { source }, transaction)
            .GroupBy(row => row.Claim)
            .ToDictionary(group => group.Key, group => group.Select(row => row.ToVariant()).ToList());

    /// <summary>The variants of every claim that has any.</summary>
    public static Dictionary<string, List<Variant>> All(SqliteConnection connection) => OfSource(connection, null, null);

    /// <summary>The variants of one claim.</summary>
    public static IReadOnlyList<Variant> Of(SqliteConnection connection, SqliteTransaction? transaction, string claim) =>
        [.. connection.Query<Row>(SelectOfClaim, new { claim }, transaction).Select(row => row.ToVariant())];

    /// <summary>Takes all variants of a claim out, with their passages.</summary>
    public static void Delete(SqliteConnection connection, SqliteTransaction transaction, string claim) =>
        connection.Execute(DeleteOfClaim, new { claim }, transaction);

    /// <summary>Where a claim came from; null when it is not on record.</summary>
    public static string? FindSource(SqliteConnection connection, string claim) =>
        connection.ExecuteScalar<string?>(SelectSource, new { claim });

    /// <summary>The texts by which a claim is known: itself, its variants, titles.</summary>
    public static IEnumerable<string> WordingsOf(SqliteConnection connection, string claim) =>
        connection.Query<string>(SelectWordings, new { claim });

    /// <summary>The number of a claim on record, and the first ordinal that its passages do not use.</summary>
    public static (long Number, int NextOrdinal) PlaceOf(SqliteConnection connection, SqliteTransaction transaction, string claim) =>
        connection.QuerySingle<(long, int)>(SelectNumberAndNextOrdinal, new { claim }, transaction);

    private sealed record Row(string Claim, string Language, string Form, string Origin, string Text)
    {
        public Variant ToVariant() => new(Language, Form, Origin, Text);
    }
}
