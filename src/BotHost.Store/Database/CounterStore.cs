using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Database;

/// <summary>How often something went wrong since the database was made.</summary>
public sealed class CounterStore(BotDatabase database)
{
    /// <summary>Updates that failed too often and were set aside.</summary>
    public const string SetAside = "set_aside";

    /// <summary>Replies that can never be delivered, such as to a person who blocked the bot.</summary>
    public const string Undeliverable = "undeliverable";

    /// <summary>Replies whose markup was refused and that were sent as plain text instead.</summary>
    public const string PlainText = "plain_text";

    /// <summary>Updates and replies that grew too old before they could be answered or sent.</summary>
    public const string Expired = "expired";

    private const string SelectAll = "select name, value from counters";

    private const string AddTo = """
        insert into counters (name, value) values (@name, @by)
        on conflict (name) do update set value = value + excluded.value
        """;

    public Task<IReadOnlyDictionary<string, long>> ReadAsync() => database.RunAsync(
        IReadOnlyDictionary<string, long> (connection) => connection
            .Query<(string Name, long Value)>(SelectAll)
            .ToDictionary(row => row.Name, row => row.Value));

    internal static void Add(SqliteConnection connection, string name, long by = 1)
    {
        if (by > 0)
            connection.Execute(AddTo, new { name, by });
    }
}
