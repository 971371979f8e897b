using BotHost.Store.Database;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Groups;

/// <summary>The groups that the bot is in: their settings and topics. Nothing about people is in here.</summary>
public sealed class GroupStore(BotDatabase database)
{
    private const string Select = """
        select mode as Mode, language as Language, sureness as Sureness, cool_down_hours as CoolDownHours,
               quiet_from as QuietFrom, quiet_to as QuietTo, utc_offset as UtcOffset, standing as Standing, muted_until as MutedUntil
        from groups
        where chat_id = @chat
        """;

    private const string SelectTopics = "select topic from group_topics where chat_id = @chat order by topic";

    private const string Set = """
        insert into groups (chat_id, mode, language, sureness, cool_down_hours, quiet_from, quiet_to, utc_offset, standing, muted_until)
        values (@chat, @mode, @language, @sureness, @coolDownHours, @quietFrom, @quietTo, @utcOffset, @standing, @mutedUntil)
        on conflict (chat_id) do update set
          mode = excluded.mode, language = excluded.language, sureness = excluded.sureness, cool_down_hours = excluded.cool_down_hours,
          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, utc_offset = excluded.utc_offset,
          standing = excluded.standing, muted_until = excluded.muted_until
        """;

    private const string SetTopic = "insert into group_topics (chat_id, topic) values (@chat, @topic)";

    private const string DeleteTopics = "delete from group_topics where chat_id = @chat";

    private const string SetMuted = "update groups set muted_until = @until where chat_id = @chat";

    private const string Delete = "delete from groups where chat_id = @chat";

    private const string DeleteAnswers = "delete from group_answers where chat_id = @chat";

    private const string DeleteWaitingCalls = "delete from outbox where lane = @chat";

    private const string DeleteSetAside = "delete from inbox where lane = @chat and state = 'set_aside'";

    /// <summary>What holds in the group; null when the bot was never told that it is in there.</summary>
    public Task<GroupSettings?> FindAsync(long chat) => database.RunAsync(connection => Find(connection, chat));

    /// <summary>Keeps what this makes of the group's settings, or of the defaults, and gives it back.</summary>
    public Task<GroupSettings> ChangeAsync(long chat, Func<GroupSettings, GroupSettings> change) => database.RunAsync(connection =>
    {
        var settings = change(Find(connection, chat) ?? new GroupSettings());
        connection.Execute(Set, new
        {
            chat,
            mode = NameOf(settings.Mode),
            language = settings.Language,
            sureness = NameOf(settings.Sureness),
            coolDownHours = settings.CoolDownHours,
            quietFrom = settings.Quiet?.From,
            quietTo = settings.Quiet?.To,
            utcOffset = settings.UtcOffset,
            standing = NameOf(settings.Standing),
            mutedUntil = settings.MutedUntil is { } until ? Timestamp.Of(until) : null,
        });
        connection.Execute(DeleteTopics, new { chat });
        foreach (var topic in settings.Topics)
            connection.Execute(SetTopic, new { chat, topic });
        return settings;
    });

    /// <summary>Nothing may be written in the group for now. A group that is not on record stays so.</summary>
    public Task MuteAsync(long chat, DateTimeOffset until) => database.RunAsync(connection =>
        connection.Execute(SetMuted, new { chat, until = Timestamp.Of(until) }));

    /// <summary>Forgets the group: its settings, what was answered there, and what was still to be said to it.</summary>
    public Task<DeletedGroupData> ForgetAsync(long chat) => database.RunAsync(connection =>
    {
        var forgotten = new DeletedGroupData(
            connection.Execute(Delete, new { chat }) > 0,
            connection.Execute(DeleteAnswers, new { chat }),
            AnswerStore.ForgetOf(connection, chat),
            connection.Execute(DeleteWaitingCalls, new { chat }));
        connection.Execute(DeleteTopics, new { chat });
        connection.Execute(DeleteSetAside, new { chat });
        return forgotten;
    });

    private static GroupSettings? Find(SqliteConnection connection, long chat) =>
        connection.QuerySingleOrDefault<Row>(Select, new { chat }) is not { } row
            ? null
            : new GroupSettings
            {
                Mode = Read<GroupMode>(row.Mode),
                Language = row.Language,
                Sureness = Read<Sureness>(row.Sureness),
                CoolDownHours = (int)row.CoolDownHours,
                Quiet = row is { QuietFrom: { } from, QuietTo: { } to } ? new QuietHours((int)from, (int)to) : null,
                UtcOffset = (int)row.UtcOffset,
                Topics = [.. connection.Query<int>(SelectTopics, new { chat })],
                Standing = Read<GroupStanding>(row.Standing),
                MutedUntil = row.MutedUntil is { } until ? Timestamp.Read(until) : null,
            };

    private static string NameOf<T>(T value)
        where T : struct, Enum => value is GroupMode.OnRequest ? "on_request" : value.ToString().ToLowerInvariant();

    private static T Read<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private sealed record Row(
        string Mode, string? Language, string Sureness, long CoolDownHours, long? QuietFrom, long? QuietTo, long UtcOffset, string Standing, string? MutedUntil);
}
