using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Accounts;

/// <summary>Who signed in or tried to, and when. Not from where: an address says where a person lives or works.</summary>
public sealed class SignInStore(BotDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private const string Insert = "insert into sign_ins (at, account, name, outcome) values (@at, @account, @name, @outcome)";

    private const string SelectLast = """
        select sign_ins.at as At, accounts.name as Known, sign_ins.name as Tried, sign_ins.outcome as Outcome
        from sign_ins
        left join accounts on accounts.number = sign_ins.account
        where @account is null or sign_ins.account = @account
        order by sign_ins.number desc
        limit @max
        """;

    private const string DeleteOld = "delete from sign_ins where at <= @before";

    /// <summary>
    /// Notes what became of an attempt. The name that was tried is kept where it is nobody's, but not what cannot be a name: it
    /// may be a password in the wrong field.
    /// </summary>
    public Task AddAsync(Account? account, string? name, SignInOutcome outcome) => database.RunAsync(connection => connection.Execute(Insert, new
    {
        at = Timestamp.Of(clock.GetUtcNow()),
        account = account?.Number,
        name = account is null && name is not null && AccountName.IsValid(name) ? name : null,
        outcome = outcome.ToString(),
    }));

    /// <summary>The last ones of an account, or of all where that is null, the newest first.</summary>
    public Task<IReadOnlyList<SignInEntry>> ListAsync(long? account, int max) => database.RunAsync(IReadOnlyList<SignInEntry> (connection) =>
        [.. connection.Query<Row>(SelectLast, new { account, max })
            .Select(row => new SignInEntry(Timestamp.Read(row.At), row.Known ?? row.Tried, row.Known is not null, Enum.Parse<SignInOutcome>(row.Outcome)))]);

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) => connection.Execute(DeleteOld, new { before = Timestamp.Of(now - Kept) });

    private sealed record Row(string At, string? Known, string? Tried, string Outcome);
}

/// <summary>
/// A sign-in, or an attempt at one. The name is that of an account, or one that was tried and is nobody's (not known), or null
/// where what was tried cannot be a name.
/// </summary>
public sealed record SignInEntry(DateTimeOffset At, string? Name, bool IsKnown, SignInOutcome Outcome);

/// <summary>What became of an attempt to sign in. The names are stored, so they stay as they are.</summary>
public enum SignInOutcome
{
    SignedIn,
    SignedOut,

    /// <summary>Signed in by choosing a password through a one-time link.</summary>
    ByLink,

    /// <summary>Signed in at the OpenID Connect provider.</summary>
    ByProvider,

    UnknownName,
    WrongPassword,

    /// <summary>There were too many wrong passwords before it.</summary>
    Locked,

    Disabled,

    /// <summary>The provider vouches for the person but gives no role here.</summary>
    NoRole,
}
