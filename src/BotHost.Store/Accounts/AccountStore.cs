using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Accounts;

/// <summary>The maintainers and their roles.</summary>
public sealed class AccountStore(BotDatabase database, TimeProvider clock)
{
    private const string SelectAll = $"select {AccountRow.Columns} from accounts order by name_key";

    private const string Insert = """
        insert or ignore into accounts (name, name_key, role, password_hash, subject, created_at)
        values (@name, @key, @role, @passwordHash, @subject, @now)
        returning number
        """;

    // Who cannot sign in decides about nothing.
    private const string IsLastPublisher = """
        select role = 'publisher' and not disabled and (password_hash is not null or subject is not null)
           and not exists (select 1 from accounts other
                           where other.number <> accounts.number and other.role = 'publisher' and not other.disabled
                             and (other.password_hash is not null or other.subject is not null))
        from accounts
        where number = @number
        """;

    private const string UpdateRole = "update accounts set role = @role where number = @number";

    private const string Disable = """
        update accounts set disabled = 1 where number = @number;
        delete from sessions where account = @number;
        delete from one_time_links where account = @number;
        """;

    private const string Enable = "update accounts set disabled = 0, failed = 0, locked_until = null where number = @number";

    private const string SelectBySubject = $"select {AccountRow.Columns} from accounts where subject = @subject";

    public Task<Account?> FindAsync(long number) => database.RunAsync(connection => AccountRow.Find(connection, number, clock.GetUtcNow()));

    /// <summary>The account of this name, in whatever case it is written.</summary>
    public Task<Account?> FindAsync(string name) => database.RunAsync(connection => AccountRow.Find(connection, name, clock.GetUtcNow()));

    /// <summary>All accounts by name.</summary>
    public Task<IReadOnlyList<Account>> ListAsync() => database.RunAsync(IReadOnlyList<Account> (connection) =>
    {
        var now = clock.GetUtcNow();
        return [.. connection.Query<AccountRow>(SelectAll).Select(row => row.At(now))];
    });

    /// <summary>
    /// Adds an account; null when the name is taken. Without the hash of a password it is for one who is to choose a password by
    /// a one-time link.
    /// </summary>
    /// <exception cref="ArgumentException">The name or the role cannot be one.</exception>
    public Task<Account?> AddAsync(string name, string role, string? passwordHash) =>
        database.RunAsync(connection => Add(connection, name, role, passwordHash, subject: null, clock.GetUtcNow()));

    /// <summary>Gives another role, which holds at the next request.</summary>
    public Task<AccountChange> SetRoleAsync(long number, string role) =>
        ChangeAsync(number, endangersPublishers: Checked(role) != Roles.Publisher, UpdateRole, new { number, role });

    /// <summary>Shuts somebody out: their sessions end, and their one-time links open nothing.</summary>
    public Task<AccountChange> DisableAsync(long number) => ChangeAsync(number, endangersPublishers: true, Disable, new { number });

    /// <summary>Lets somebody in again, and forgets wrong passwords.</summary>
    public Task<AccountChange> EnableAsync(long number) => ChangeAsync(number, endangersPublishers: false, Enable, new { number });

    /// <summary>
    /// The account of somebody whom a provider vouches for, with the role that it gives them; made at their first sign-in.
    /// An account of the same name with a password here stays another one: a provider's names are no proof.
    /// </summary>
    public Task<Account> OfProviderAsync(string subject, string name, string role) => database.RunAsync(connection =>
    {
        var now = clock.GetUtcNow();
        if (connection.QuerySingleOrDefault<AccountRow>(SelectBySubject, new { subject }) is not { } known)
            return AddUnderFreeName(connection, name, role, subject, now);
        connection.Execute(UpdateRole, new { number = known.Number, role = Checked(role) });
        return (known with { Role = role }).At(now);
    });

    internal static Account? Add(SqliteConnection connection, string name, string role, string? passwordHash, string? subject, DateTimeOffset now)
    {
        if (!AccountName.IsValid(name))
            throw new ArgumentException(AccountName.Rule, nameof(name));
        var parameters = new { name, key = AccountName.KeyOf(name), role = Checked(role), passwordHash, subject, now = Timestamp.Of(now) };
        return connection.ExecuteScalar<long?>(Insert, parameters) is { } number ? AccountRow.Find(connection, number, now) : null;
    }

    private static Account AddUnderFreeName(SqliteConnection connection, string name, string role, string subject, DateTimeOffset now)
    {
        for (var count = 1; ; count++)
        {
            if (Add(connection, count == 1 ? name : $"{name} {count}", role, passwordHash: null, subject, now) is { } added)
                return added;
        }
    }

    private Task<AccountChange> ChangeAsync(long number, bool endangersPublishers, string sql, object parameters) => database.RunAsync(connection =>
    {
        var isLast = connection.ExecuteScalar<bool?>(IsLastPublisher, new { number });
        if (isLast is null)
            return AccountChange.NotFound;
        if (isLast.Value && endangersPublishers)
            return AccountChange.LastPublisher;
        connection.Execute(sql, parameters);
        return AccountChange.Done;
    });

    private static string Checked(string role) =>
        Roles.All.Contains(role) ? role : throw new ArgumentException($"There is no role {role}.", nameof(role));
}
