using System.Globalization;
using BotHost.Store.Database;
using BotHost.Store.Outgoing;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Submissions;

/// <summary>The texts that people passed on to the maintainers, and the chats that asked to be told of an answer.</summary>
public sealed class SubmissionStore(BotDatabase database, Outbox outbox, TimeProvider clock)
{
    /// <summary>How long a text is kept since it was last passed on, and with it who asked to be told.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private const string Add = """
        insert into passed_on (words_hash, language, text, count, first_day, last_day)
        values (@WordsHash, @Language, @Text, 1, @day, @day)
        on conflict (words_hash) do update set count = count + 1, last_day = excluded.last_day
        returning number
        """;

    private const string SelectUndecided = """
        select number as Number, language as Language, text as Text, count as Count, first_day as FirstDay, last_day as LastDay,
            (select count(*) from to_be_told where passed_on = number) as Awaited
        from passed_on
        where decision is null
        order by count desc, number
        limit @max
        """;

    private const string SelectOne = """
        select number as Number, language as Language, text as Text, count as Count, first_day as FirstDay, last_day as LastDay,
            (select count(*) from to_be_told where passed_on = number) as Awaited
        from passed_on
        where number = @number
        """;

    private const string Decide = """
        update passed_on set decision = @decision, claim_id = @claim, decided_by = @by, decided_at = @now
        where number = @number and decision is null
        """;

    private const string AskToBeTold = """
        insert or ignore into to_be_told (passed_on, chat_id, language, asked_at)
        select number, @chat, @language, @now from passed_on where number = @number
        """;

    private const string IsAwaited = "select exists (select 1 from to_be_told where passed_on = @number and chat_id = @chat)";

    private const string SelectAwaited = """
        select passed_on.number as Number, passed_on.text as Text, to_be_told.chat_id as Chat, to_be_told.language as Language, passed_on.claim_id as Claim
        from to_be_told
        join passed_on on passed_on.number = to_be_told.passed_on
        where not @onlyDecided or passed_on.claim_id is not null
        order by passed_on.number, to_be_told.asked_at
        """;

    private const string DeleteAwaited = "delete from to_be_told where passed_on = @Number and chat_id = @Chat";

    private const string DeleteOld = """
        delete from to_be_told where asked_at <= @before;
        delete from passed_on where last_day <= @day and number not in (select passed_on from to_be_told);
        """;

    /// <summary>Keeps a text, or counts it where it is there; says by which number.</summary>
    public Task<long> AddAsync(SubmissionText text) => database.RunAsync(connection =>
        connection.ExecuteScalar<long>(Add, new { text.WordsHash, text.Language, text.Text, day = Day(clock.GetUtcNow()) }));

    /// <summary>The texts that no maintainer has decided on yet, those passed on most first.</summary>
    public Task<IReadOnlyList<Submission>> UndecidedAsync(int max = int.MaxValue) => database.RunAsync(
        IReadOnlyList<Submission> (connection) => [.. Records(connection, SelectUndecided, new { max })]);

    /// <summary>The text with this number; null when there is none any more.</summary>
    public Task<Submission?> FindAsync(long number) => database.RunAsync(
        connection => Records(connection, SelectOne, new { number }).SingleOrDefault());

    /// <summary>Notes what a maintainer says that texts are. Those that are a claim are answered with it, to who asked to be told.</summary>
    /// <param name="numbers">The texts.</param>
    /// <param name="decision">One of <see cref="SubmissionDecision"/>.</param>
    /// <param name="claim">Id of the claim; null where they are none.</param>
    /// <param name="by">Who decided.</param>
    /// <returns>How many of them had not been decided on.</returns>
    public Task<int> DecideAsync(IReadOnlyCollection<long> numbers, string decision, string? claim, string by) => database.RunAsync(connection =>
    {
        var now = Timestamp.Of(clock.GetUtcNow());
        return numbers.Sum(number => connection.Execute(Decide, new { number, decision, claim, by, now }));
    });

    /// <summary>Notes that the chat wants to be told; false when there is no such text any more.</summary>
    public Task<bool> RequestFollowUpAsync(long number, long chat, string language) => database.RunAsync(connection =>
    {
        connection.Execute(AskToBeTold, new { number, chat, language, now = Timestamp.Of(clock.GetUtcNow()) });
        return connection.ExecuteScalar<bool>(IsAwaited, new { number, chat });
    });

    /// <summary>Who is to be told of which text.</summary>
    /// <param name="onlyDecided">True: only of texts of which a maintainer said which claim they are.</param>
    public Task<IReadOnlyList<FollowUpRequest>> AwaitedAsync(bool onlyDecided) => database.RunAsync(
        IReadOnlyList<FollowUpRequest> (connection) => [.. connection.Query<FollowUpRequest>(SelectAwaited, new { onlyDecided })]);

    /// <summary>Tells, and forgets that there was anybody to tell; both or neither, and nothing when it was done before.</summary>
    public Task TellAsync(FollowUpRequest awaited, OutboxDraft draft) => database.RunAsync(connection =>
    {
        // The key names no chat, as it outlives the call; the deletion makes sure that it is done once.
        if (connection.Execute(DeleteAwaited, new { awaited.Number, awaited.Chat }) > 0)
            outbox.Insert(connection, $"told/{awaited.Number}/{Guid.NewGuid():N}", awaited.Chat, draft);
        return true;
    });

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) =>
        connection.Execute(DeleteOld, new { before = Timestamp.Of(now - Kept), day = Day(now - Kept) });

    // As tuples: of a count in a result without rows SQLite does not say that it is a number, and no constructor would fit.
    private static IEnumerable<Submission> Records(SqliteConnection connection, string select, object parameters) => connection
        .Query<(long Number, string Language, string Text, long Count, string FirstDay, string LastDay, long Awaited)>(select, parameters)
        .Select(row => new Submission(row.Number, row.Language, row.Text, row.Count, row.FirstDay, row.LastDay, row.Awaited));

    // A day says enough; a time might say whose text it was.
    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A text that was passed on, how often, and how many chats wait for an answer to it.</summary>
public sealed record Submission(long Number, string Language, string Text, long Count, string FirstDay, string LastDay, long Awaited);

/// <summary>A chat that asked to be told of an answer to this text, and the claim that it is, where a maintainer said so.</summary>
public sealed record FollowUpRequest(long Number, string Text, long Chat, string Language, string? Claim);

/// <summary>What a maintainer says that a text is.</summary>
public static class SubmissionDecision
{
    public const string Claim = "claim";

    /// <summary>Nothing that could be checked.</summary>
    public const string NotAClaim = "not_a_claim";

    public const string Opinion = "opinion";

    public const string Spam = "spam";

    public static IReadOnlyList<string> All { get; } = [Claim, NotAClaim, Opinion, Spam];
}
