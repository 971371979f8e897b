using System.Globalization;
using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Accounts;

/// <summary>The browsers that are signed in.</summary>
public sealed class SessionStore(BotDatabase database, TimeProvider clock)
{
    /// <summary>How long a session lasts that is not used.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private const string Insert = """
        insert into sessions (token_hash, account, created_at, last_seen) values (@hash, @account, @now, @hour)
        """;

    private const string Select = """
        select sessions.number as Session, sessions.last_seen as LastSeen, sessions.account as Account
        from sessions
        join accounts on accounts.number = sessions.account
        where sessions.token_hash = @hash and not accounts.disabled and sessions.last_seen > @Unused and sessions.created_at > @Longest
        """;

    private const string See = "update sessions set last_seen = @hour where number = @session";

    private const string SelectOfAccount = """
        select number as Number, created_at as CreatedAt, last_seen as LastSeen
        from sessions
        where account = @account and last_seen > @Unused and created_at > @Longest
        order by number desc
        """;

    private const string End = "delete from sessions where number = @session and account = @account";

    private const string EndAll = "delete from sessions where account = @account and number is not @except";

    private const string DeleteOld = "delete from sessions where last_seen <= @Unused or created_at <= @Longest";

    /// <summary>Begins a session; the token is the browser's to keep, and stored nowhere.</summary>
    public Task<string> StartAsync(long account) => database.RunAsync(connection =>
    {
        var token = Secret.New();
        var now = clock.GetUtcNow();
        connection.Execute(Insert, new { hash = Secret.HashOf(token), account, now = Timestamp.Of(now), hour = Hour(now) });
        return token;
    });

    /// <summary>Who has this token, and notes that they were seen. Null: the session is over, or its account disabled.</summary>
    public Task<SignedIn?> FindAsync(string token) => database.RunAsync(connection =>
    {
        var now = clock.GetUtcNow();
        var limits = LimitsAt(now);
        if (connection.QuerySingleOrDefault<Found>(Select, new { hash = Secret.HashOf(token), limits.Unused, limits.Longest }) is not { } found)
            return null;
        if (found.LastSeen != Hour(now))
            connection.Execute(See, new { session = found.Session, hour = Hour(now) });
        return new SignedIn(found.Session, AccountRow.Find(connection, found.Account, now)!); // the row refers to it
    });

    /// <summary>The sessions of an account, the newest first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(long account) => database.RunAsync(IReadOnlyList<Session> (connection) =>
    {
        var limits = LimitsAt(clock.GetUtcNow());
        return [.. connection.Query<SessionRow>(SelectOfAccount, new { account, limits.Unused, limits.Longest })
            .Select(row => new Session(row.Number, Timestamp.Read(row.CreatedAt), Timestamp.Read(row.LastSeen)))];
    });

    /// <summary>Ends one session of this account; false when it has no such session.</summary>
    public Task<bool> EndAsync(long account, long session) => database.RunAsync(connection => connection.Execute(End, new { account, session }) > 0);

    /// <summary>Ends all sessions of an account but perhaps one; says how many.</summary>
    public Task<int> EndAllAsync(long account, long? except = null) => database.RunAsync(connection => connection.Execute(EndAll, new { account, except }));

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) => connection.Execute(DeleteOld, LimitsAt(now));

    // When somebody was seen is known to the hour, so the rest of that hour is given on top.
    private static Limits LimitsAt(DateTimeOffset now) => new(Timestamp.Of(now - Unused - TimeSpan.FromHours(1)), Timestamp.Of(now - Longest));

    private static string Hour(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH':00:00.000Z'", CultureInfo.InvariantCulture);

    private sealed record Found(long Session, string LastSeen, long Account);

    private sealed record SessionRow(long Number, string CreatedAt, string LastSeen);

    /// <summary>Before when a session must have been seen, or begun, to be over.</summary>
    private sealed record Limits(string Unused, string Longest);
}

/// <summary>A signed-in browser; when it was last seen is known to the hour.</summary>
public sealed record Session(long Number, DateTimeOffset CreatedAt, DateTimeOffset LastSeen);

/// <summary>Whose session it is.</summary>
public sealed record SignedIn(long Session, Account Account);
