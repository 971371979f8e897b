using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Groups;

/// <summary>Which claims a group was answered on, and when: one answer in each cool-down.</summary>
public sealed class GroupAnswerStore(BotDatabase database, TimeProvider clock)
{
    // An update that is handled anew, after trouble with its answer, keeps what it took.
    private const string Take = """
        insert into group_answers (chat_id, claim_key, update_id, answered_at) values (@chat, @claimKey, @update, @now)
        on conflict (chat_id, claim_key) do update set update_id = excluded.update_id, answered_at = excluded.answered_at
        where group_answers.answered_at <= @before or group_answers.update_id = excluded.update_id
        """;

    private const string DeleteOld = "delete from group_answers where answered_at <= @before";

    // The longest cool-down.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(GroupSettings.CoolDowns.Max());

    /// <summary>Takes the turn to answer the group on this claim; false when it was answered within the cool-down.</summary>
    /// <param name="chat">The group.</param>
    /// <param name="claimKey">The claim's key.</param>
    /// <param name="coolDown">How long one answer is enough.</param>
    /// <param name="update">The update that is to be answered.</param>
    public Task<bool> TryTakeAsync(long chat, string claimKey, TimeSpan coolDown, long update) => database.RunAsync(connection =>
    {
        var now = clock.GetUtcNow();
        return connection.Execute(Take, new { chat, claimKey, update, now = Timestamp.Of(now), before = Timestamp.Of(now - coolDown) }) == 1;
    });

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute(DeleteOld, new { before = Timestamp.Of(now - Kept) });
}
