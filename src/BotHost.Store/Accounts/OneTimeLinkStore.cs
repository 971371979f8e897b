using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Accounts;

/// <summary>Links that open one thing, once, for a limited time. Only the hashes of their tokens are stored.</summary>
public sealed class OneTimeLinkStore(BotDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan FirstLasts = TimeSpan.FromHours(24);
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(24);

    private const string HasAccounts = "select exists (select 1 from accounts)";

    private const string DeleteFirst = "delete from one_time_links where purpose = 'first'";

    private const string DeleteOfAccount = "delete from one_time_links where account = @account";

    private const string Insert = "insert into one_time_links (token_hash, purpose, account, expires_at) values (@hash, @purpose, @account, @until)";

    private const string Select = """
        select purpose as Purpose, account as Account
        from one_time_links
        where token_hash = @hash and expires_at > @now
        """;

    private const string Delete = "delete from one_time_links where token_hash = @hash";

    private const string DeleteOld = "delete from one_time_links where expires_at <= @now";

    /// <summary>The token of a link that makes the first maintainer; those made before open nothing any more. Null: there are maintainers.</summary>
    public Task<string?> CreateFirstAsync() => database.RunAsync(connection =>
    {
        connection.Execute(DeleteFirst);
        return connection.ExecuteScalar<bool>(HasAccounts) ? null : Create(connection, "first", account: null, FirstLasts);
    });

    /// <summary>
    /// The token of a link by which somebody chooses a password: an invitation for who has none yet, else a reset. An earlier
    /// link of the same account opens nothing any more.
    /// </summary>
    public Task<string> CreateAsync(Account account) => database.RunAsync(connection =>
    {
        connection.Execute(DeleteOfAccount, new { account = account.Number });
        return account.CanSignIn
            ? Create(connection, "reset", account.Number, ResetLasts)
            : Create(connection, "invitation", account.Number, InvitationLasts);
    });

    /// <summary>What a link opens; null when it was used, is too old, or never was.</summary>
    public Task<OneTimeLink?> FindAsync(string token) => database.RunAsync(connection => Find(connection, token));

    /// <summary>Makes the first maintainer, a publisher, and uses the link up. Null: the link opens nothing, or there is somebody already.</summary>
    /// <exception cref="ArgumentException">The name cannot be one.</exception>
    public Task<Account?> MakeFirstAsync(string token, string name, string passwordHash) => database.RunAsync(connection =>
    {
        if (Find(connection, token) is not { Account: null } || connection.ExecuteScalar<bool>(HasAccounts))
            return null;
        connection.Execute(DeleteFirst);
        return AccountStore.Add(connection, name, Roles.Publisher, passwordHash, subject: null, clock.GetUtcNow());
    });

    /// <summary>Sets the password of the link's account, ends its sessions and uses the link up. Null: the link opens nothing.</summary>
    public Task<Account?> SetPasswordAsync(string token, string passwordHash) => database.RunAsync(connection =>
    {
        if (Find(connection, token) is not { Account: { } account })
            return null;
        connection.Execute(Delete, new { hash = Secret.HashOf(token) });
        PasswordStore.SetOf(connection, account.Number, passwordHash, session: null);
        return AccountRow.Find(connection, account.Number, clock.GetUtcNow());
    });

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) => connection.Execute(DeleteOld, new { now = Timestamp.Of(now) });

    private OneTimeLink? Find(SqliteConnection connection, string token)
    {
        var now = clock.GetUtcNow();
        if (connection.QuerySingleOrDefault<Row>(Select, new { hash = Secret.HashOf(token), now = Timestamp.Of(now) }) is not { } row)
            return null;
        return new OneTimeLink(row.Account is { } number ? AccountRow.Find(connection, number, now) : null);
    }

    private string Create(SqliteConnection connection, string purpose, long? account, TimeSpan lasts)
    {
        var token = Secret.New();
        connection.Execute(Insert, new { hash = Secret.HashOf(token), purpose, account, until = Timestamp.Of(clock.GetUtcNow() + lasts) });
        return token;
    }

    private sealed record Row(string Purpose, long? Account);
}

/// <summary>What a one-time link opens.</summary>
/// <param name="Account">Whose password it sets; null: it makes the first maintainer.</param>
public sealed record OneTimeLink(Account? Account);
