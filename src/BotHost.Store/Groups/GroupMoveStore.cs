using System.Text.Json;
using BotHost.Store.Database;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using Dapper;
using FactChecking.Foundation;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Groups;

/// <summary>
/// Moves all that is held of a group to its new id, which a group gets when it becomes a supergroup. Telegram says so up to
/// three times, so a repeat changes nothing.
/// </summary>
public sealed class GroupMoveStore(BotDatabase database, Outbox outbox)
{
    // What administrators set before counts; how the bot stands in the new group is known there.
    private const string MoveSettings = """
        update groups set (standing, muted_until) = (select standing, muted_until from groups where chat_id = @to)
        where chat_id = @from and exists (select 1 from groups where chat_id = @to);
        delete from groups where chat_id = @to and exists (select 1 from groups where chat_id = @from);
        update groups set chat_id = @to where chat_id = @from;
        update or replace group_answers set chat_id = @to where chat_id = @from;
        update or replace group_topics set chat_id = @to where chat_id = @from;
        """;

    private const string SelectCalls = "select reply_key, method, payload from outbox where lane = @from";

    private const string MoveCall = "update outbox set lane = @to, method = @method, payload = @payload where reply_key = @key";

    private const string SelectUpdates = "select position, payload from inbox where lane = @from and state = 'waiting'";

    private const string MoveUpdate = "update inbox set lane = @to, payload = @payload where position = @position";

    /// <summary>Moves it.</summary>
    /// <param name="id">The old and the new id.</param>
    /// <param name="retarget">Makes of a waiting call what is to be called in the new group; null when nothing is.</param>
    public async Task MoveAsync(NewGroupId id, Func<OutboxDraft, OutboxDraft?> retarget)
    {
        await database.RunAsync(connection =>
        {
            connection.Execute(MoveSettings, new { from = id.From, to = id.To });
            AnswerStore.Move(connection, id.From, id.To);
            MoveCalls(connection, id, retarget);
            MoveUpdates(connection, id);
            return true;
        });
        outbox.Ring();
    }

    private static void MoveCalls(SqliteConnection connection, NewGroupId id, Func<OutboxDraft, OutboxDraft?> retarget)
    {
        foreach (var (key, method, payload) in connection.Query<(string, string, string)>(SelectCalls, new { from = id.From }).ToList())
        {
            if (retarget(new OutboxDraft(method, payload)) is { } moved)
                connection.Execute(MoveCall, new { to = id.To, method = moved.Method, payload = moved.Payload, key });
            else
                Outbox.Drop(connection, key);
        }
    }

    private static void MoveUpdates(SqliteConnection connection, NewGroupId id)
    {
        foreach (var (position, payload) in connection.Query<(long, string)>(SelectUpdates, new { from = id.From }).ToList())
        {
            // What cannot be read is set aside where it is taken out.
            if (Inbox.Read(payload) is { } update)
                connection.Execute(MoveUpdate, new { to = id.To, payload = JsonSerializer.Serialize(update with { Chat = id.To }, FactCheckingJson.Stored), position });
        }
    }
}
