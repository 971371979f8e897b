using System.Globalization;
using BotHost.Store.Database;
using BotHost.Store.Statistics;
using Dapper;
using FactChecking.Languages;

namespace BotHost.Store.Chats;

/// <summary>What people said of answers, counted by claim and language.</summary>
public sealed class FeedbackStore(BotDatabase database, TimeProvider clock)
{
    private const string CountOne = """
        insert into feedback (claim_id, language, kind, count, last_day) values (@claim, @language, @kind, 1, @day)
        on conflict (claim_id, language, kind) do update set count = count + 1, last_day = excluded.last_day
        """;

    private const string SelectAll = """
        select claim_id as Claim, language as Language, kind as Kind, count as Count
        from feedback
        order by claim_id, language, kind
        """;

    /// <summary>Counts one.</summary>
    /// <param name="claim">The claim's id.</param>
    /// <param name="language">The answer's language, one of <see cref="ReplyLanguages.All"/>.</param>
    /// <param name="kind">What was said.</param>
    public Task CountAsync(string claim, string language, FeedbackKind kind) => database.RunAsync(connection =>
    {
        var now = clock.GetUtcNow();
        StatisticsStore.CountFeedback(connection, language, Word(kind), now);
        return connection.Execute(
            CountOne, new { claim, language, kind = Word(kind), day = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
    });

    /// <summary>All counts, by claim.</summary>
    public Task<IReadOnlyList<(string Claim, string Language, string Kind, long Count)>> ListAsync() => database.RunAsync(
        IReadOnlyList<(string, string, string, long)> (connection) => [.. connection.Query<(string, string, string, long)>(SelectAll)]);

    private static string Word(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Helpful => "helpful",
        FeedbackKind.NotHelpful => "not_helpful",
        _ => "wrong_match",
    };
}
