using System.Runtime.CompilerServices;
using System.Text.Json;
using BotHost.Store.Database;
using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using Dapper;
using FactChecking.Foundation;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Outgoing;

/// <summary>Calls to be made: kept until Telegram has taken them, made in order within a lane.</summary>
public sealed class Outbox(BotDatabase database, AnswerStore answers, TimeProvider clock)
{
    private readonly Lanes _lanes = new(clock);
    private readonly WriteBatcher<Sent> _sent = new(database, CloseSent);

    // By key and lane: whatever is changed of a call that has not been taken yet, its lane is, too.
    private readonly RecentWrites<(string Key, long Lane), object> _calls = new();
    private volatile bool _pauseChanged = true;
    private DateTimeOffset? _pausedUntil; // used by the database's thread only

    private const string InsertDraft = """
        insert or ignore into outbox (reply_key, lane, method, payload, not_before, created_at)
        values (@replyKey, @lane, @method, @payload, @now, @now)
        """;

    internal const string SelectNext = """
        select position, reply_key, lane, method, attempts
        from outbox item
        where not_before <= @now
          and lane not in (select value from json_each(@busy))
          and not exists (
            select 1 from outbox earlier
            where earlier.lane = item.lane and earlier.position < item.position)
        order by position
        limit @max
        """;

    private const string SelectPayload = "select payload from outbox where position = @position";

    private const string SelectNextDue = "select min(not_before) from outbox where not_before > @now";

    private const string Delete = "delete from outbox where reply_key = @replyKey";

    private const string DeleteSent = "delete from outbox where reply_key in (select value ->> 'key' from json_each(@sent))";

    private const string Delay = "update outbox set attempts = attempts + 1, not_before = @notBefore where reply_key = @Key";

    private const string Replace = "update outbox set payload = @payload where reply_key = @Key";

    private const string ReplaceCall = "update outbox set method = @method, payload = @payload where reply_key = @Key";

    private const string SelectPause = "select until from sending_pause";

    private const string SetPause = """
        insert into sending_pause (only, until) values (1, @until)
        on conflict (only) do update set until = max(until, excluded.until)
        """;

    private const string CountDue = "select count(*) from outbox where not_before <= @now";

    private const string CountWaiting = "select count(*) from outbox";

    /// <summary>Each call when its turn has come, until stopped. Its lane is closed to others until <see cref="Release"/>.</summary>
    public async IAsyncEnumerable<OutboxItem> TakeAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (items, due) = await TakeAsync(Lanes.MaxAtOnce);
            if (items.Count == 0)
                await _lanes.WaitAsync(due, cancellationToken);
            var left = new Queue<OutboxItem>(items);
            try
            {
                while (!cancellationToken.IsCancellationRequested && left.TryDequeue(out var item))
                    yield return item;
            }
            finally
            {
                foreach (var item in left)
                    Release(item);
            }
        }
    }

    /// <summary>Each call that is due now, and no waiting for more.</summary>
    public async IAsyncEnumerable<OutboxItem> TakeDueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested
            && (await TakeAsync(1)).Items is [var item])
        {
            yield return item;
        }
    }

    /// <summary>Closes a call that was made.</summary>
    /// <param name="item">The call.</param>
    /// <param name="message">The message that it brought; null when it brought none.</param>
    public Task SentAsync(OutboxItem item, int? message = null) => _sent.WriteAsync(new Sent(item.Key, message));

    private static void CloseSent(SqliteConnection connection, IReadOnlyList<Sent> calls)
    {
        var sent = JsonSerializer.Serialize(calls, FactCheckingJson.Stored);
        AnswerStore.Sent(connection, sent);
        connection.Execute(DeleteSent, new { sent });
    }

    /// <summary>Closes a call that can never succeed.</summary>
    /// <param name="item">The call.</param>
    /// <param name="reason">Why, in a word that is counted by, such as "blocked".</param>
    public Task FailedAsync(OutboxItem item, string reason) => database.RunAsync(connection =>
    {
        CounterStore.Add(connection, CounterStore.Undeliverable);
        CounterStore.Add(connection, $"{CounterStore.Undeliverable}_{reason}");
        Drop(connection, item.Key);
        return true;
    });

    /// <summary>The call, and with it its lane, waits as long as this.</summary>
    public Task PostponeAsync(OutboxItem item, TimeSpan wait) => database.RunAsync(connection =>
        connection.Execute(Delay, new { notBefore = Timestamp.Of(clock.GetUtcNow() + wait), item.Key }));

    /// <summary>No call at all is made for as long as this, also after a restart.</summary>
    public async Task PauseAsync(TimeSpan wait)
    {
        var until = clock.GetUtcNow() + wait;
        await database.RunAsync(connection => connection.Execute(SetPause, new { until = Timestamp.Of(until) }));
        _pauseChanged = true;
    }

    /// <summary>The call is to be made with these parameters, as those it had were refused.</summary>
    public Task ReplaceWithPlainTextAsync(OutboxItem item, string payload) => database.RunAsync(connection =>
    {
        CounterStore.Add(connection, CounterStore.PlainText);
        return connection.Execute(Replace, new { payload, item.Key });
    });

    /// <summary>Another call is to be made in the place of this one, which was refused.</summary>
    public Task ReplaceAsync(OutboxItem item, OutboxDraft draft) => database.RunAsync(connection =>
    {
        var isThere = connection.Execute(ReplaceCall, new { method = draft.Method, payload = draft.Payload, item.Key }) > 0;
        if (isThere && draft.Note is { } note)
            answers.Note(connection, [(note, item.Key)]);
        return isThere;
    });

    /// <summary>Opens the lane of a call that was taken, whatever became of it.</summary>
    public void Release(OutboxItem item) => _lanes.Leave(item.Lane);

    /// <summary>Opens the lane after this long. Nothing waits for it meanwhile but the lane itself.</summary>
    public void ReleaseAfter(OutboxItem item, TimeSpan rest) =>
        Task.Delay(rest, clock).ContinueWith(_ => Release(item), TaskScheduler.Default);

    /// <summary>
    /// When calls are due in lanes that are closed for a while, waits until one opens. False when there are none, or when
    /// stopped.
    /// </summary>
    public async Task<bool> WaitForRestingAsync(CancellationToken cancellationToken)
    {
        var due = await database.RunAsync(connection => connection.ExecuteScalar<int>(CountDue, new { now = Timestamp.Of(clock.GetUtcNow()) }));
        if (due == 0 || _lanes.AreAllOpen)
            return false;
        await _lanes.WaitAsync(null, cancellationToken);
        return !cancellationToken.IsCancellationRequested;
    }

    /// <summary>Says that something may have been put in.</summary>
    public void Ring() => _lanes.Ring();

    public Task<int> CountAsync() => database.RunAsync(connection => connection.ExecuteScalar<int>(CountWaiting));

    /// <summary>Puts in what follows an answer whose records have changed, and notes what it follows; both or neither. Nothing when the answer was forgotten meanwhile.</summary>
    /// <param name="sent">The answer.</param>
    /// <param name="fingerprint">Of the records as they are now; null when there are none any more.</param>
    /// <param name="draft">What follows it.</param>
    public Task CorrectAsync(SentAnswer sent, string? fingerprint, OutboxDraft draft) => database.RunAsync(connection =>
    {
        var isHeld = AnswerStore.Correct(connection, sent, fingerprint);
        if (isHeld)
            Insert(connection, $"corrected/{sent.Number}/{fingerprint}", sent.Chat, draft);
        return isHeld;
    });

    /// <summary>Puts in the replies to updates, and returns what is to be counted of them.</summary>
    internal IReadOnlyList<CountedAnswer> Insert(SqliteConnection connection, IEnumerable<(IncomingUpdate Update, IReadOnlyList<OutboxDraft> Replies)> answered)
    {
        var counted = new List<CountedAnswer>();
        var notes = new List<(AnswerNote, string)>();
        foreach (var (update, replies) in answered)
        {
            foreach (var (step, reply) in replies.Index())
            {
                var replyKey = $"{update.Id}/{step}";
                if (!Put(connection, replyKey, update.Lane, reply))
                    continue;
                if (reply.Note is { } note)
                    notes.Add((note, replyKey));
                if (reply.Counted is { } answer)
                    counted.Add(answer);
            }
        }

        answers.Note(connection, notes);
        return counted;
    }

    /// <summary>Puts in one call. Nothing when there is one of this key already.</summary>
    internal void Insert(SqliteConnection connection, string replyKey, long lane, OutboxDraft draft)
    {
        if (Put(connection, replyKey, lane, draft) && draft.Note is { } note)
            answers.Note(connection, [(note, replyKey)]);
    }

    /// <summary>Takes a call out that will not be made; the answer that it would have brought is not on its way any more.</summary>
    internal static void Drop(SqliteConnection connection, string replyKey)
    {
        AnswerStore.NotSent(connection, replyKey);
        connection.Execute(Delete, new { replyKey });
    }

    private bool Put(SqliteConnection connection, string replyKey, long lane, OutboxDraft draft)
    {
        var isNew = connection.Execute(InsertDraft, new
        {
            replyKey,
            lane,
            method = draft.Method,
            payload = draft.Payload,
            now = Timestamp.Of(clock.GetUtcNow()),
        }) > 0;
        if (isNew && draft.Call is { } call)
            _calls.Put((replyKey, lane), call);
        return isNew;
    }

    private async Task<(IReadOnlyList<OutboxItem> Items, DateTimeOffset? Due)> TakeAsync(int max)
    {
        var taken = await database.RunAsync(connection => TakeNext(connection, max));
        _lanes.Enter(taken.Items.Select(item => item.Lane));
        return taken;
    }

    private (IReadOnlyList<OutboxItem> Items, DateTimeOffset? Due) TakeNext(SqliteConnection connection, int max)
    {
        var time = clock.GetUtcNow();
        if (_pauseChanged)
        {
            _pauseChanged = false;
            _pausedUntil = connection.ExecuteScalar<string>(SelectPause) is { } until ? Timestamp.Read(until) : null;
        }

        if (_pausedUntil > time)
            return ([], _pausedUntil);

        var now = Timestamp.Of(time);
        var rows = connection.Query<(long Position, string Key, long Lane, string Method, int Attempts)>(SelectNext, new { now, busy = _lanes.Busy, max });
        List<OutboxItem> items = [.. rows.AsList().Select(row => _calls.Take((row.Key, row.Lane)) is { } call
            ? new OutboxItem(row.Position, row.Key, row.Lane, row.Method, null, row.Attempts) { Call = call }
            : new OutboxItem(row.Position, row.Key, row.Lane, row.Method, connection.QuerySingle<string>(SelectPayload, new { position = row.Position }), row.Attempts))];
        if (items.Count == 0)
            _calls.Clear();
        return (items, items.Count == 0 && connection.ExecuteScalar<string>(SelectNextDue, new { now }) is { } due ? Timestamp.Read(due) : null);
    }

    /// <param name="Key">Of the call.</param>
    /// <param name="Message">The message that it brought, if any.</param>
    private sealed record Sent(string Key, int? Message);
}
