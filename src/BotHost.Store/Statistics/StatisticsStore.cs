using BotHost.Store.Database;
using Dapper;
using FactChecking.Matching;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Statistics;

/// <summary>Counts of answers and of what people said of them, by week.</summary>
public sealed class StatisticsStore(BotDatabase database, TimeProvider clock)
{
    /// <summary>How long counts are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2 * 365);

    private const string AddDecisions = """
        insert into weekly_decisions (week, place, language, decision, count) values (@week, @place, @Language, @decision, @count)
        on conflict (week, place, language, decision) do update set count = count + excluded.count
        """;

    private const string AddClaims = """
        insert into weekly_claims (week, claim_id, count) values (@week, @claim, @count)
        on conflict (week, claim_id) do update set count = count + excluded.count
        """;

    private const string CountSaid = """
        insert into weekly_feedback (week, language, kind, count) values (@week, @language, @kind, 1)
        on conflict (week, language, kind) do update set count = count + 1
        """;

    private const string SelectDecisions = """
        select week as Week, place as Place, language as Language, decision as Decision, count as Count
        from weekly_decisions where week >= @since
        """;

    private const string SelectClaims = """
        select claim_id as Claim, sum(count) as Count
        from weekly_claims where week >= @since
        group by claim_id
        order by sum(count) desc, claim_id
        """;

    private const string SelectFeedback = """
        select week as Week, language as Language, kind as Kind, count as Count
        from weekly_feedback where week >= @since
        """;

    private const string DeleteOld = """
        delete from weekly_decisions where week < @before;
        delete from weekly_claims where week < @before;
        delete from weekly_feedback where week < @before;
        """;

    /// <summary>What was counted of the last weeks.</summary>
    /// <param name="weeks">How many weeks, the present one among them.</param>
    public Task<WeeklyCounts> ReadAsync(int weeks)
    {
        var last = Week.Last(weeks, clock.GetUtcNow());
        return database.RunAsync(connection => new WeeklyCounts(
            last,
            connection.Query<DecisionCount>(SelectDecisions, new { since = last[^1] }).AsList(),
            // A sum has no type of its own: a record could not be made of no rows.
            [.. connection.Query<(string Claim, long Count)>(SelectClaims, new { since = last[^1] }).Select(claim => new ClaimCount(claim.Claim, claim.Count))],
            connection.Query<FeedbackCount>(SelectFeedback, new { since = last[^1] }).AsList()));
    }

    /// <summary>Counts answers, with the calls that bring them: both or neither.</summary>
    internal static void Count(SqliteConnection connection, IReadOnlyList<CountedAnswer> answers, DateTimeOffset now)
    {
        var week = Week.Of(now);
        // A sticker or an empty message is no question.
        var decisions = answers
            .Where(answer => answer.Decision is not (null or Decision.NothingToCheck))
            .CountBy(answer => (answer.Place, answer.Language, Decision: answer.Decision!.Value));
        foreach (var (like, count) in decisions)
            connection.Execute(AddDecisions, new { week, place = Word(like.Place), like.Language, decision = Word(like.Decision), count });
        foreach (var (claim, count) in answers.Select(answer => answer.Claim).OfType<string>().CountBy(claim => claim))
            connection.Execute(AddClaims, new { week, claim, count });
    }

    /// <summary>Counts what somebody said of an answer.</summary>
    internal static void CountFeedback(SqliteConnection connection, string language, string kind, DateTimeOffset now) =>
        connection.Execute(CountSaid, new { week = Week.Of(now), language, kind });

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute(DeleteOld, new { before = Week.Of(now - Kept) });

    internal static string Word(Decision decision) => decision switch
    {
        Decision.Answer => "answer",
        Decision.Ask => "ask",
        Decision.NotCheckable => "not_checkable",
        _ => "none",
    };

    internal static string Word(AnswerPlace place) => place switch
    {
        AnswerPlace.Group => "group",
        AnswerPlace.Unasked => "unasked",
        AnswerPlace.Guest => "guest",
        AnswerPlace.Inline => "inline",
        _ => "private",
    };
}
