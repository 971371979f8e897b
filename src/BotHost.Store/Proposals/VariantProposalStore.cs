using System.Globalization;
using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Proposals;

/// <summary>The proposals that no maintainer has decided on. Whoever decides deletes.</summary>
public sealed class VariantProposalStore(BotDatabase database, TimeProvider clock)
{
    /// <summary>Proposals of one claim that are open at the same time at most; more are not stored.</summary>
    public const int MaxOfClaim = 200;

    /// <summary>How long a proposal waits for a maintainer, counted from the first time it was said.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const string Columns = """
        number as Number, claim_id as Claim, language as Language, text as Text, confirmed as Confirmed,
            first_day as FirstDay, last_day as LastDay
        """;

    private const string SelectAll = $"""
        select {Columns}
        from variant_proposals
        where @claim is null or claim_id = @claim
        order by claim_id, confirmed desc, number
        """;

    private const string SelectOne = $"select {Columns} from variant_proposals where number = @number";

    private const string ConfirmAgain = """
        update variant_proposals set confirmed = confirmed + 1, last_day = @day
        where claim_id = @claim and words = @words
        """;

    private const string Insert = """
        insert into variant_proposals (claim_id, language, text, words, confirmed, first_day, last_day)
        select @claim, @language, @text, @words, 1, @day, @day
        where (select count(*) from variant_proposals where claim_id = @claim) < @MaxOfClaim
        """;

    private const string Delete = "delete from variant_proposals where number = @number";

    private const string DeleteOld = "delete from variant_proposals where first_day <= @before";

    /// <summary>The open proposals, by claim, the most confirmed first.</summary>
    /// <param name="claim">Only those of this claim; null: all.</param>
    public Task<IReadOnlyList<VariantProposal>> ListAsync(string? claim = null) => database.RunAsync(
        IReadOnlyList<VariantProposal> (connection) => [.. connection.Query<VariantProposal>(SelectAll, new { claim })]);

    /// <summary>The proposal with this number; null when there is none any more.</summary>
    public Task<VariantProposal?> FindAsync(long number) => database.RunAsync(
        connection => connection.QuerySingleOrDefault<VariantProposal>(SelectOne, new { number }));

    /// <summary>Deletes a proposal that was decided on; false when there is none with this number.</summary>
    public Task<bool> DeleteAsync(long number) => database.RunAsync(
        connection => connection.Execute(Delete, new { number }) > 0);

    /// <summary>Stores a wording, or counts it when it is there; with too many of the claim, only counts.</summary>
    internal Task AddAsync(string claim, string language, string text, string words)
    {
        var day = Day(clock.GetUtcNow());
        return database.RunAsync(connection =>
            connection.Execute(ConfirmAgain, new { claim, words, day }) > 0
                ? 0
                : connection.Execute(Insert, new { claim, language, text, words, day, MaxOfClaim }));
    }

    /// <summary>Deletes the proposals that have waited long enough.</summary>
    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute(DeleteOld, new { before = Day(now - Kept) });

    // A day says enough; a time might say whose message it was.
    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
