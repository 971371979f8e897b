using System.Text.Json;
using BotHost.Store.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Outgoing;

/// <summary>The answers that may still be changed, corrected or explained.</summary>
public sealed class AnswerStore(BotDatabase database, TimeProvider clock)
{
    /// <summary>How long an answer from a claim is remembered, so that it can be corrected.</summary>
    public static readonly TimeSpan KeptWithClaim = TimeSpan.FromDays(30);

    /// <summary>How long any other is: for as long as Telegram lets people edit a message.</summary>
    public static readonly TimeSpan KeptWithoutClaim = TimeSpan.FromHours(48);

    private const string Columns = """
        number as Number, chat_id as Chat, topic as Topic, question as Question, message as Message, language as Language, claim_id as Claim,
            fingerprint as Fingerprint, reasons as Reasons
        """;

    private const string Remember = """
        insert into answers (reply_key, chat_id, topic, question, message, language, claim_id, fingerprint, reasons, answered_at)
        values (@replyKey, @Chat, @Topic, @Question, @Message, @Language, @Claim, @Fingerprint, @Reasons, @now)
        on conflict (chat_id, question) do update set
            reply_key = coalesce(reply_key, excluded.reply_key), message = coalesce(excluded.message, message), language = excluded.language,
            claim_id = excluded.claim_id, fingerprint = excluded.fingerprint, reasons = excluded.reasons, answered_at = excluded.answered_at
        """;

    // The message answers something else now.
    private const string DropReplaced = "delete from answers where chat_id = @Chat and message = @Message and question is null";

    // Only the last answer of a chat can be asked about with /why.
    private const string DropEarlierReasons = """
        update answers set reasons = null
        from json_each(@last) last
        where chat_id = last.key and question <> last.value and reasons is not null
        """;

    private const string NoteSent = """
        update answers set message = coalesce(sent.value ->> 'message', message), reply_key = null
        from json_each(@sent) sent
        where reply_key = sent.value ->> 'key'
        """;

    private const string DeleteUndelivered = """
        delete from answers
        where message is null and reply_key = @replyKey
        """;

    private const string DeleteOld = """
        delete from answers
        where answered_at <= @withClaim or (claim_id is null and answered_at <= @withoutClaim)
        """;

    private const string SelectByQuestion = $"select {Columns} from answers where chat_id = @chat and question = @question";

    private const string SelectLast = $"select {Columns} from answers where chat_id = @chat and question is not null order by answered_at desc, number desc limit 1";

    private const string SelectClaims = "select distinct claim_id from answers where claim_id is not null";

    private const string SelectFromClaim = $"""
        select {Columns} from answers where claim_id = @claim and (message is not null or reply_key is not null) order by number
        """;

    // In a new group no message has the number that it had.
    private const string MoveChat = """
        update answers set chat_id = @to, message = iif(message is null, null, 0) where chat_id = @from
        """;

    private const string DeleteOfChat = """
        delete from answers
        where chat_id = @chat
           or (message is null and reply_key in (select reply_key from outbox where lane = @chat))
        """;

    private const string SetFingerprint = "update answers set fingerprint = @fingerprint, claim_id = @claim where number = @Number";

    /// <summary>The answer to this message; null when there is none on record any more.</summary>
    public Task<SentAnswer?> FindAsync(long chat, int question) => database.RunAsync(connection =>
        connection.QuerySingleOrDefault<SentAnswer>(SelectByQuestion, new { chat, question }));

    /// <summary>The last answer to a message in this chat; null when there is none on record any more.</summary>
    public Task<SentAnswer?> FindLastAsync(long chat) => database.RunAsync(connection =>
        connection.QueryFirstOrDefault<SentAnswer>(SelectLast, new { chat }));

    /// <summary>Ids of the claims that answers were made from.</summary>
    public Task<IReadOnlyList<string>> ClaimsAsync() => database.RunAsync(
        IReadOnlyList<string> (connection) => [.. connection.Query<string>(SelectClaims)]);

    /// <summary>The answers from this claim, those on their way included.</summary>
    public Task<IReadOnlyList<SentAnswer>> FromClaimAsync(string claim) => database.RunAsync(
        IReadOnlyList<SentAnswer> (connection) => [.. connection.Query<SentAnswer>(SelectFromClaim, new { claim })]);

    /// <summary>Remembers answers, in this order, each with the key of the call that brings it.</summary>
    internal void Note(SqliteConnection connection, IReadOnlyList<(AnswerNote Note, string ReplyKey)> notes)
    {
        var last = new Dictionary<long, int>();
        foreach (var (note, replyKey) in notes)
        {
            Note(connection, note, replyKey);
            if (note.Question is { } question)
                last[note.Chat] = question;
        }

        if (last.Count > 0)
            connection.Execute(DropEarlierReasons, new { last = JsonSerializer.Serialize(last) });
    }

    private void Note(SqliteConnection connection, AnswerNote note, string replyKey)
    {
        if (note is { Question: null, Message: not null })
            connection.Execute(DropReplaced, new { note.Chat, note.Message });
        connection.Execute(Remember, new
        {
            replyKey,
            note.Chat,
            note.Topic,
            note.Question,
            note.Message,
            note.Language,
            note.Claim,
            note.Fingerprint,
            note.Reasons,
            now = Timestamp.Of(clock.GetUtcNow()),
        });
    }

    /// <summary>Notes the messages that calls have brought.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="sent">A JSON array: the key of each call, and its message, if any.</param>
    internal static void Sent(SqliteConnection connection, string sent) => connection.Execute(NoteSent, new { sent });

    internal static void NotSent(SqliteConnection connection, string replyKey) => connection.Execute(DeleteUndelivered, new { replyKey });

    /// <summary>Notes that it is corrected; false when it was forgotten meanwhile.</summary>
    internal static bool Correct(SqliteConnection connection, SentAnswer sent, string? fingerprint) =>
        connection.Execute(SetFingerprint, new { sent.Number, claim = fingerprint is null ? null : sent.Claim, fingerprint }) > 0;

    internal static void Move(SqliteConnection connection, long from, long to) => connection.Execute(MoveChat, new { from, to });

    /// <summary>Forgets the answers of the chat, and those on their way from it; says how many. To be called before its calls are deleted.</summary>
    internal static long ForgetOf(SqliteConnection connection, long chat) => connection.Execute(DeleteOfChat, new { chat });

    internal static void DeleteOldOf(SqliteConnection connection, DateTimeOffset now) => connection.Execute(
        DeleteOld, new { withClaim = Timestamp.Of(now - KeptWithClaim), withoutClaim = Timestamp.Of(now - KeptWithoutClaim) });
}
