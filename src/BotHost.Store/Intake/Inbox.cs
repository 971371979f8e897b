using System.Runtime.CompilerServices;
using System.Text.Json;
using BotHost.Store.Database;
using BotHost.Store.Outgoing;
using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using Dapper;
using FactChecking.Foundation;
using Microsoft.Data.Sqlite;

namespace BotHost.Store.Intake;

/// <summary>
/// Accepted and not yet handled. An update is on the disk before Telegram is told that it has arrived, so a restart loses
/// none; a repeated delivery is stored once.
/// </summary>
public sealed class Inbox(BotDatabase database, Outbox outbox, TimeProvider clock)
{
    private readonly Lanes _lanes = new(clock);
    private readonly WriteBatcher<Closing> _closing = new(database, (connection, closings) => Close(connection, closings, outbox, clock.GetUtcNow()));

    // By id and lane: a group that gets another id takes what waits into another lane.
    private readonly RecentWrites<(long Id, long Lane), IncomingUpdate> _updates = new();

    // An update that fails every time must not hold up its chat for ever.
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1)];

    private const string Insert = """
        insert or ignore into inbox (update_id, lane, payload, not_before, received_at, together)
        select @id, @lane, @payload, @notBefore, @now, @together
        where not exists (select 1 from handled_updates where update_id = @id)
        """;

    // A picture of an album that comes when the album is answered asks for nothing more.
    private const string IsAnswered = """
        select exists (select 1 from handled_updates where album = @together and received_at > @since)
        """;

    // What waits for its like waits for the newest of them; nothing waits longer than the limit since it came.
    private const string WaitOn = """
        update inbox set not_before = max(not_before, @notBefore)
        where lane = @lane and state = 'waiting' and together is not null and attempts = 0 and received_at > @since
        """;

    // Those that follow in the same lane with nothing else in between.
    private const string SelectTogether = """
        select update_id
        from inbox item
        where state = 'waiting' and lane = @lane and together is not null and attempts = @attempts and position >= @position
          and not exists (
            select 1 from inbox other
            where other.state = 'waiting' and other.lane = item.lane and other.together is null
              and other.position > @position and other.position < item.position)
        order by position
        """;

    internal const string SelectNext = """
        select update_id, lane, attempts, position, together
        from inbox item
        where state = 'waiting'
          and not_before <= @now
          and lane not in (select value from json_each(@busy))
          and not exists (
            select 1 from inbox earlier
            where earlier.state = 'waiting' and earlier.lane = item.lane and earlier.position < item.position)
        order by position
        limit @max
        """;

    private const string SelectPayload = "select payload from inbox where update_id = @id";

    private const string SelectNextDue = "select min(not_before) from inbox where state = 'waiting' and not_before > @now";

    private const string NoteHandled = """
        insert into handled_updates (update_id, album, received_at)
        select update_id, iif(together like 'album:%', together, null), received_at
        from inbox
        where update_id in (select value from json_each(@ids)) and state = 'waiting'
        """;

    private const string DeleteHandled = """
        delete from inbox
        where update_id in (select value from json_each(@ids)) and state = 'waiting'
        returning update_id
        """;

    private const string PostponeOrSetAside = """
        update inbox
        set attempts = @attempts, not_before = @notBefore, state = iif(@setAside, 'set_aside', 'waiting')
        where update_id = @id and state = 'waiting'
        """;

    private const string SetUnreadableAside = "update inbox set state = 'set_aside' where update_id = @id and state = 'waiting'";

    private const string CountWaiting = "select count(*) from inbox where state = 'waiting'";

    /// <summary>Stores what is new, in this order, and says how many that were.</summary>
    public async Task<int> StoreAsync(IReadOnlyList<IncomingUpdate> updates)
    {
        // All that needs no database is done before and after its thread has its turn: everybody waits for that.
        var rows = updates.Select(update => (Update: update, Payload: JsonSerializer.Serialize(update, FactCheckingJson.Stored))).ToList();
        var stored = await database.RunAsync(connection => rows.Sum(row => Store(connection, row.Update, row.Payload)));
        _lanes.Ring();
        return stored;
    }

    private int Store(SqliteConnection connection, IncomingUpdate update, string payload)
    {
        var now = clock.GetUtcNow();
        var isPart = update is { Part: not null, TooMany: false };
        var notBefore = Timestamp.Of(isPart ? now + AlbumGrouping.Window : now);
        var stored = connection.Execute(Insert, new
        {
            id = update.Id,
            lane = update.Lane,
            payload,
            notBefore,
            now = Timestamp.Of(now),
            together = isPart ? update.Part : null,
        });
        if (stored > 0)
            _updates.Put((update.Id, update.Lane), update);
        if (stored > 0 && isPart)
            StorePart(connection, update, notBefore, now);
        return stored;
    }

    private static void StorePart(SqliteConnection connection, IncomingUpdate update, string notBefore, DateTimeOffset now)
    {
        var isLate = update.Message is { Text.Length: 0 }
            && connection.ExecuteScalar<bool>(IsAnswered, new { together = update.Part, since = Timestamp.Of(now - AlbumGrouping.LateAtMost) });
        if (isLate)
            Close(connection, [update.Id]);
        else
            connection.Execute(WaitOn, new { lane = update.Lane, notBefore, since = Timestamp.Of(now - AlbumGrouping.Longest) });
    }

    /// <summary>
    /// Each update when its turn has come, until stopped. Its lane is closed to others until <see cref="Release"/>.
    /// </summary>
    public async IAsyncEnumerable<InboxItem> TakeAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (rows, due) = await database.RunAsync(TakeNext);
            _lanes.Enter(rows.Select(row => row.Lane));
            if (rows.Count == 0)
                await _lanes.WaitAsync(due, cancellationToken);
            var left = new Queue<Taken>(rows);
            try
            {
                while (!cancellationToken.IsCancellationRequested && left.TryPeek(out var row))
                {
                    if (ItemOf(row) is { } item)
                    {
                        left.Dequeue();
                        yield return item;
                    }
                    else
                    {
                        await SetAsideAsync(row.Parts[0].Id);
                        _lanes.Leave(left.Dequeue().Lane);
                    }
                }
            }
            finally
            {
                foreach (var row in left)
                    _lanes.Leave(row.Lane);
            }
        }
    }

    /// <summary>Closes the update and puts its replies into the outbox, both or neither.</summary>
    public Task CloseAsync(IncomingUpdate update, IReadOnlyList<OutboxDraft> replies) => CloseAsync(new InboxItem(update, 0), replies);

    /// <summary>Closes the update, with those that are one question with it, and puts its replies into the outbox, all or nothing.</summary>
    public Task CloseAsync(InboxItem item, IReadOnlyList<OutboxDraft> replies) => _closing.WriteAsync(new Closing(item, replies));

    private static void Close(SqliteConnection connection, IReadOnlyList<Closing> closings, Outbox outbox, DateTimeOffset now)
    {
        var closed = Close(connection, closings.SelectMany(closing => closing.Item.Ids));
        var answered = new List<(IncomingUpdate, IReadOnlyList<OutboxDraft>)>();
        foreach (var (item, replies) in closings)
        {
            // An update that was closed before, or is here twice, is answered already.
            if (!closed.Overlaps(item.Ids))
                continue;
            closed.ExceptWith(item.Ids);
            answered.Add((item.Update, replies));
        }

        StatisticsStore.Count(connection, outbox.Insert(connection, answered), now);
    }

    /// <summary>Closes those that wait, and says which they were.</summary>
    private static HashSet<long> Close(SqliteConnection connection, IEnumerable<long> updates)
    {
        var ids = JsonSerializer.Serialize(updates);
        connection.Execute(NoteHandled, new { ids });
        return [.. connection.Query<long>(DeleteHandled, new { ids })];
    }

    /// <summary>Notes that handling failed. False when it was the last try, and the update was set aside.</summary>
    public Task<bool> PostponeAsync(InboxItem item) => database.RunAsync(connection =>
    {
        var setAside = item.Attempts >= Waits.Length;
        var wait = setAside ? TimeSpan.Zero : Waits[item.Attempts];
        foreach (var id in item.Ids)
        {
            connection.Execute(PostponeOrSetAside, new
            {
                id,
                attempts = item.Attempts + 1,
                notBefore = Timestamp.Of(clock.GetUtcNow() + wait),
                setAside,
            });
        }

        if (setAside)
            CounterStore.Add(connection, CounterStore.SetAside);
        return !setAside;
    });

    /// <summary>Opens the lane of an update that was taken, whatever became of it.</summary>
    public void Release(InboxItem item) => _lanes.Leave(item.Update.Lane);

    public Task<int> CountAsync() => database.RunAsync(connection => connection.ExecuteScalar<int>(CountWaiting));

    private (IReadOnlyList<Taken> Rows, DateTimeOffset? Due) TakeNext(SqliteConnection connection)
    {
        var now = Timestamp.Of(clock.GetUtcNow());
        List<Taken> rows = [.. connection
            .Query<(long Id, long Lane, int Attempts, long Position, string? Together)>(SelectNext, new { now, busy = _lanes.Busy, max = Lanes.MaxAtOnce })
            .AsList()
            .Select(row => new Taken(row.Lane, row.Attempts, row.Together is null
                ? [Find(connection, row.Id, row.Lane)]
                : [.. connection.Query<long>(SelectTogether, new { lane = row.Lane, position = row.Position, attempts = row.Attempts }).AsList().Select(id => Find(connection, id, row.Lane))]))];
        if (rows.Count == 0)
            _updates.Clear();
        return (rows, rows.Count == 0 && connection.ExecuteScalar<string>(SelectNextDue, new { now }) is { } due ? Timestamp.Read(due) : null);
    }

    private Stored Find(SqliteConnection connection, long id, long lane) => _updates.Take((id, lane)) is { } update
        ? new Stored(id, null, update)
        : new Stored(id, connection.QuerySingle<string>(SelectPayload, new { id }), null);

    // Null when the first cannot be read. After a failure those of one question are tried together again, as they have failed
    // as often as each other.
    private static InboxItem? ItemOf(Taken row)
    {
        if (row.Parts[0].Read() is not { } first)
            return null;
        List<IncomingUpdate> parts = [first, .. row.Parts.Skip(1).Select(part => part.Read()).OfType<IncomingUpdate>()];
        return parts.Count == 1
            ? new InboxItem(first, row.Attempts)
            : new InboxItem(AlbumGrouping.Join(parts), row.Attempts) { Ids = [.. parts.Select(part => part.Id)] };
    }

    private Task SetAsideAsync(long id) => database.RunAsync(connection =>
    {
        CounterStore.Add(connection, CounterStore.SetAside);
        return connection.Execute(SetUnreadableAside, new { id });
    });

    // A row that another version of the program wrote may have a form that this one does not know.
    internal static IncomingUpdate? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<IncomingUpdate>(payload, FactCheckingJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="Lane">Its lane.</param>
    /// <param name="Attempts">How often it has failed before.</param>
    /// <param name="Parts">The update, and those that are one question with it.</param>
    private sealed record Taken(long Lane, int Attempts, IReadOnlyList<Stored> Parts);

    /// <param name="Id">The update's id.</param>
    /// <param name="Payload">Its text as stored; null where the update is at hand.</param>
    /// <param name="Update">The update, where it was stored a moment ago; else null.</param>
    private sealed record Stored(long Id, string? Payload, IncomingUpdate? Update)
    {
        public IncomingUpdate? Read() => Update ?? Inbox.Read(Payload ?? "");
    }

    private sealed record Closing(InboxItem Item, IReadOnlyList<OutboxDraft> Replies);
}
