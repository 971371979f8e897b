using BotHost.Store.Accounts;
using BotHost.Store.Database;
using BotHost.Store.Groups;
using BotHost.Store.Outgoing;
using BotHost.Store.Proposals;
using BotHost.Store.Statistics;
using BotHost.Store.Submissions;
using Dapper;

namespace BotHost.Store;

/// <summary>Deletes what has been kept long enough, answered or not.</summary>
public sealed class RetentionStore(BotDatabase database, TimeProvider clock)
{
    /// <summary>Telegram repeats a delivery for a day; twice that is kept to recognise one.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private const string CountUnanswered = """
        select (select count(*) from inbox where state = 'waiting' and received_at <= @before)
             + (select count(*) from outbox where created_at <= @before)
        """;

    private const string DeleteOld = """
        delete from handled_updates where received_at <= @before;
        delete from inbox where received_at <= @before;
        delete from outbox where created_at <= @before;
        """;

    /// <summary>Deletes, and says how many of the deleted messages and replies had never been answered.</summary>
    public async Task<long> DeleteOldAsync()
    {
        var now = clock.GetUtcNow();
        var before = Timestamp.Of(now - Kept);
        var unanswered = await database.RunAsync(connection =>
        {
            var count = connection.ExecuteScalar<long>(CountUnanswered, new { before });
            CounterStore.Add(connection, CounterStore.Expired, count);
            connection.Execute(DeleteOld, new { before });
            VariantProposalStore.DeleteOldOf(connection, now);
            GroupAnswerStore.DeleteOldOf(connection, now);
            AnswerStore.DeleteOldOf(connection, now);
            SubmissionStore.DeleteOldOf(connection, now);
            SessionStore.DeleteOldOf(connection, now);
            SignInStore.DeleteOldOf(connection, now);
            OneTimeLinkStore.DeleteOldOf(connection, now);
            StatisticsStore.DeleteOldOf(connection, now);
            return count;
        });
        database.EmptyLog();
        return unanswered;
    }
}
