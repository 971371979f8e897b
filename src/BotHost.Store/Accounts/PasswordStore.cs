using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Accounts;

/// <summary>The hashes of passwords, and how many wrong ones were tried.</summary>
public sealed class PasswordStore(BotDatabase database, TimeProvider clock)
{
    /// <summary>Wrong passwords after which nobody gets in by a name for <see cref="LockedFor"/>.</summary>
    public const int MaxFailures = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private const string CountAttempt = """
        update accounts
        set failed = case when failed + 1 >= @max then 0 else failed + 1 end,
            locked_until = case when failed + 1 >= @max then @until else null end
        where number = @number
        """;

    private const string ForgetFailures = "update accounts set failed = 0, locked_until = null where number = @number";

    private const string Rehash = "update accounts set password_hash = @hash where number = @number and password_hash = @old";

    private const string Set = """
        update accounts set password_hash = @hash, failed = 0, locked_until = null where number = @number;
        delete from sessions where account = @number and number is not @session;
        delete from one_time_links where account = @number;
        """;

    /// <summary>
    /// Counts an attempt as failed before its password is looked at, so that many at the same time cannot try more than
    /// few one after the other; <see cref="SucceededAsync"/> takes it back. Null: nobody has this name.
    /// </summary>
    /// <returns>The account as it was before; where it is locked, the password must not be looked at for its own sake.</returns>
    public Task<Account?> AttemptAsync(string name) => database.RunAsync(connection =>
    {
        var now = clock.GetUtcNow();
        var account = AccountRow.Find(connection, name, now);
        if (account is { IsLocked: false })
            connection.Execute(CountAttempt, new { number = account.Number, max = MaxFailures, until = Timestamp.Of(now + LockedFor) });
        return account;
    });

    /// <summary>The password was right: what was wrong before is forgotten.</summary>
    public Task SucceededAsync(long account) => database.RunAsync(connection => connection.Execute(ForgetFailures, new { number = account }));

    /// <summary>Puts a stronger hash of the same password in the place of a weaker one.</summary>
    public Task RehashAsync(Account account, string hash) => database.RunAsync(connection =>
        connection.Execute(Rehash, new { number = account.Number, old = account.PasswordHash, hash }));

    /// <summary>Sets another password, and ends all sessions but the one that it was changed in.</summary>
    public Task SetAsync(long account, string hash, long? session) => database.RunAsync(connection => SetOf(connection, account, hash, session));

    internal static int SetOf(SqliteConnection connection, long account, string hash, long? session) =>
        connection.Execute(Set, new { number = account, hash, session });
}
