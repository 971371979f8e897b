using BotHost.Store.Database;
using Dapper;
using FactChecking.Curation.Exchange.Archives;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Editing;

/// <summary>The revisions of records, and the corrections that the public is told of.</summary>
public sealed class RevisionStore(BotDatabase database, TimeProvider clock)
{
    private const string Columns = """
        number as Number, kind as Kind, record_id as RecordId, state as State, based_on as BasedOn, text as Text, author as Author,
        saved_at as SavedAt, reason as Reason, decided_by as DecidedBy, decided_at as DecidedAt, note as Note
        """;

    private const string SelectOne = $"select {Columns} from revisions where number = @number";

    private const string SelectOpen = $"select {Columns} from revisions where kind = @Kind and record_id = @Id and state in ('draft', 'in_review')";

    private const string SelectAllOpen = $"select {Columns} from revisions where state in ('draft', 'in_review') order by state desc, number";

    private const string SelectOfRecord = $"select {Columns} from revisions where kind = @Kind and record_id = @Id order by number desc";

    private const string SelectLatest = $"""
        select {Columns} from revisions
        where (@state is null or state = @state)
        order by number desc
        limit @max
        """;

    private const string LatestPublishedText = """
        select text from revisions where kind = @Kind and record_id = @Id and state = 'published' order by number desc limit 1
        """;

    // Everybody whose text is part of the open revision: those since the last that was published, but for what only notes a
    // change made elsewhere, which leaves the open one open.
    private const string SelectAuthors = """
        select distinct author from revisions
        where kind = @Kind and record_id = @Id and state in ('draft', 'in_review', 'replaced')
          and number > (select ifnull(max(number), 0) from revisions where kind = @Kind and record_id = @Id and state in ('published', 'discarded')
            and decided_by is not null and not (author = decided_by and decided_at = saved_at))
        """;

    private const string Replace = "update revisions set state = 'replaced' where kind = @Kind and record_id = @Id and state in ('draft', 'in_review')";

    private const string Insert = """
        insert into revisions (kind, record_id, state, based_on, text, author, saved_at, reason)
        values (@Kind, @Id, @state, @basedOn, @text, @author, @now, @reason)
        returning number
        """;

    private const string Decide = """
        update revisions set state = @state, decided_by = @by, decided_at = @now, note = @note
        where number = @number and state in ('draft', 'in_review')
        """;

    private const string NoteDecided = "update revisions set decided_by = @by, decided_at = saved_at where number = @number";

    private const string CountDecided = "select count(*) from revisions where kind = @Kind and record_id = @Id and state = 'published' and decided_by is not null";

    private const string InsertCorrection = """
        insert into corrections (revision, kind, record_id, wording, day)
        values (@number, @Kind, @Id, @wording, substr(@now, 1, 10))
        """;

    private const string SelectCorrections = """
        select number as Number, kind as Kind, record_id as RecordId, wording as Wording, day as Day
        from corrections
        where @id is null or record_id = @id
        order by number desc
        limit @max
        """;

    /// <summary>The revision with this number; null when there is none.</summary>
    public Task<Revision?> FindAsync(long number) => database.RunAsync(connection => connection.QuerySingleOrDefault<Revision>(SelectOne, new { number }));

    /// <summary>What is to follow the published text; null when nothing is.</summary>
    public Task<Revision?> FindOpenAsync(RecordKey key) => database.RunAsync(connection => connection.QuerySingleOrDefault<Revision>(SelectOpen, key));

    /// <summary>All that is to follow, what waits for review first.</summary>
    public Task<IReadOnlyList<Revision>> OpenAsync() => ListAsync(SelectAllOpen, null);

    /// <summary>All revisions of a record, the newest first.</summary>
    public Task<IReadOnlyList<Revision>> HistoryAsync(RecordKey key) => ListAsync(SelectOfRecord, key);

    /// <summary>The newest revisions of all records.</summary>
    /// <param name="state">Only these, of <see cref="RevisionState"/>; null: all.</param>
    /// <param name="max">How many at most.</param>
    public Task<IReadOnlyList<Revision>> LatestAsync(string? state, int max) => ListAsync(SelectLatest, new { state, max });

    /// <summary>Everybody whose text is part of the record's open revision.</summary>
    public Task<IReadOnlyList<string>> AuthorsAsync(RecordKey key) => database.RunAsync(
        IReadOnlyList<string> (connection) => [.. connection.Query<string>(SelectAuthors, key)]);

    /// <summary>The corrections that the public is told of, the newest first.</summary>
    /// <param name="id">Only those of this record; null: all.</param>
    /// <param name="max">How many at most.</param>
    public Task<IReadOnlyList<Correction>> CorrectionsAsync(string? id, int max) => database.RunAsync(
        IReadOnlyList<Correction> (connection) => [.. connection.Query<Correction>(SelectCorrections, new { id, max })]);

    /// <summary>Makes this the record's next state, in place of one that was.</summary>
    internal Task<long> SaveAsync(RecordKey key, string? published, string? text, string author, string reason, string origin) => database.RunAsync(connection =>
    {
        KeepPublished(connection, key, published, origin);
        connection.Execute(Replace, key);
        return Add(connection, key, RevisionState.Draft, published, text, author, reason);
    });

    /// <summary>Keeps a text that came too late to be the next state.</summary>
    internal Task<long> SetAsideAsync(RecordKey key, string? published, string? text, string author, string reason) => database.RunAsync(
        connection => Add(connection, key, RevisionState.SetAside, published, text, author, reason));

    /// <summary>Notes what became of an open revision; false when it is not open any more.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="state">The state that it has from now on, of <see cref="RevisionState"/>.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="note">What they said.</param>
    /// <param name="correction">What the public is told, where this corrects a record.</param>
    /// <param name="corrected">That record, as the public knows it.</param>
    internal Task<bool> DecideAsync(long number, string state, string by, string? note, string? correction = null, RecordKey? corrected = null) => database.RunAsync(connection =>
    {
        var now = Timestamp.Of(clock.GetUtcNow());
        if (connection.Execute(Decide, new { number, state, by, now, note }) == 0)
            return false;
        if (correction is not null && corrected is not null)
            connection.Execute(InsertCorrection, new { number, corrected.Kind, corrected.Id, wording = correction, now });
        return true;
    });

    /// <summary>Notes changes that were published at once, as by an import of the data folder.</summary>
    internal Task NotePublishedAsync(IReadOnlyList<ChangedFile> changes, string by, string reason) => database.RunAsync(connection =>
    {
        foreach (var (kind, id, before, after) in changes)
        {
            if (RecordKey.Of(kind, id) is not { } key)
                continue;
            KeepPublished(connection, key, before, FromFile);
            var number = Add(connection, key, RevisionState.Published, before, after, by, reason);
            connection.Execute(NoteDecided, new { number, by });
        }
        return changes.Count;
    });

    /// <summary>Those of these records that were changed or taken out here.</summary>
    internal Task<IReadOnlySet<RecordKey>> ChangedAsync(IEnumerable<RecordKey> keys) => database.RunAsync(IReadOnlySet<RecordKey> (connection) =>
        keys.Where(key => connection.ExecuteScalar<long>(CountDecided, key) > 0).ToHashSet());

    // What was there before the first change, or was changed elsewhere since, is a revision too: else it could not be restored.
    private void KeepPublished(SqliteConnection connection, RecordKey key, string? published, string origin)
    {
        if (published is not null && connection.ExecuteScalar<string?>(LatestPublishedText, key) != published)
            Add(connection, key, RevisionState.Published, null, published, origin, origin == FromFile ? "As it stood in the data folder" : "As it was imported");
    }

    /// <summary>The author of what came with the data folder.</summary>
    internal const string FromFile = "data folder";

    private long Add(SqliteConnection connection, RecordKey key, string state, string? published, string? text, string author, string reason)
    {
        var now = Timestamp.Of(clock.GetUtcNow());
        return connection.ExecuteScalar<long>(Insert, new
        {
            key.Kind,
            key.Id,
            state,
            basedOn = published is null ? null : RecordText.VersionOf(published),
            text,
            author,
            now,
            reason,
        });
    }

    private Task<IReadOnlyList<Revision>> ListAsync(string select, object? parameters) => database.RunAsync(
        IReadOnlyList<Revision> (connection) => [.. connection.Query<Revision>(select, parameters)]);
}

/// <summary>What the public is told of a change that corrected a record.</summary>
/// <param name="Number">Counts up over all records.</param>
/// <param name="Kind">Folder of the record.</param>
/// <param name="RecordId">Id of the record.</param>
/// <param name="Wording">What was wrong and what is right, in a maintainer's words.</param>
/// <param name="Day">When, yyyy-mm-dd in UTC.</param>
public sealed record Correction(long Number, string Kind, string RecordId, string Wording, string Day);
