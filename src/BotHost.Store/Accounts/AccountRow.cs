using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Accounts;

/// <summary>An account as its table holds it.</summary>
internal sealed record AccountRow(
    long Number, string Name, string Role, string? PasswordHash, string? Subject, long Disabled, string? LockedUntil, string CreatedAt)
{
    public const string Columns = """
        accounts.number as Number, accounts.name as Name, accounts.role as Role, accounts.password_hash as PasswordHash, accounts.subject as Subject,
        accounts.disabled as Disabled, accounts.locked_until as LockedUntil, accounts.created_at as CreatedAt
        """;

    private const string SelectByNumber = $"select {Columns} from accounts where number = @number";

    private const string SelectByName = $"select {Columns} from accounts where name_key = @key";

    public static Account? Find(SqliteConnection connection, long number, DateTimeOffset now) =>
        connection.QuerySingleOrDefault<AccountRow>(SelectByNumber, new { number })?.At(now);

    public static Account? Find(SqliteConnection connection, string name, DateTimeOffset now) =>
        connection.QuerySingleOrDefault<AccountRow>(SelectByName, new { key = AccountName.KeyOf(name) })?.At(now);

    /// <summary>The account as it is at this time.</summary>
    public Account At(DateTimeOffset now) => new(
        Number, Name, Role, PasswordHash, Subject, Disabled != 0,
        LockedUntil is not null && string.CompareOrdinal(LockedUntil, Timestamp.Of(now)) > 0,
        Timestamp.Read(CreatedAt));
}
