using BotHost.Store.Database;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;
using Dapper;
using FactChecking.Storage;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Options;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store.Database;

public sealed class BotDatabaseTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Writes_from_many_sides_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(1, 500).Select(id => Task.Run(() => _bot.Inbox.StoreAsync([Update(id, chat: id)]))));

        await _bot.RestartAsync();

        Assert.Equal(500, await _bot.Inbox.CountAsync());
    }

    [Fact]
    public async Task A_write_that_fails_takes_no_other_with_it()
    {
        _bot.Execute("create trigger fail before insert on inbox when new.update_id % 7 = 0 begin select raise(abort, 'no'); end");

        var writes = Enumerable.Range(1, 100).Select(id => _bot.Inbox.StoreAsync([Update(id), Update(id + 1000)])).ToList();
        await Task.WhenAll(writes).ContinueWith(static _ => { }, TaskScheduler.Default);

        // An update of a pair that fails takes the other of the pair with it.
        var failing = Enumerable.Range(1, 100).Count(id => id % 7 == 0 || (id + 1000) % 7 == 0);
        Assert.Equal(failing, writes.Count(write => write.IsFaulted));
        Assert.Equal(2 * (100 - failing), await _bot.Inbox.CountAsync());
    }

    [Fact]
    public async Task A_write_that_waits_too_long_for_another_program_fails_and_the_next_succeeds()
    {
        using (var other = _bot.File.OpenForWriting())
        {
            other.Execute("begin immediate");
            await Assert.ThrowsAnyAsync<Exception>(() => _bot.Inbox.StoreAsync([Update(1)]));
            other.Execute("rollback");
        }

        Assert.Equal(1, await _bot.Inbox.StoreAsync([Update(1)]));
    }

    [Fact]
    public async Task A_call_that_was_taken_in_a_commit_that_failed_is_taken_again()
    {
        await _bot.Inbox.StoreAsync([Update(1)]);
        await _bot.Inbox.CloseAsync(Update(1), [Draft()]);
        using var started = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var busy = _bot.Database.RunAsync(_ =>
        {
            started.Set();
            return gate.Wait(TimeSpan.FromMinutes(1));
        });
        started.Wait(TestContext.Current.CancellationToken);
        await using var calls = _bot.Outbox.TakeDueAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        // Both wait for their turn, and so get into one commit.
        var taking = calls.MoveNextAsync().AsTask();
        var failing = _bot.Database.RunAsync(connection => connection.Execute(
            "pragma defer_foreign_keys = on; insert into to_be_told (passed_on, chat_id, language, asked_at) values (4711, 1, 'en', '')"));
        gate.Set();
        await busy;
        await Assert.ThrowsAnyAsync<Exception>(() => failing);
        await Assert.ThrowsAnyAsync<Exception>(() => taking);

        await foreach (var item in _bot.Outbox.TakeDueAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal("reply", item.Payload);
            return;
        }

        Assert.Fail("Nothing was taken.");
    }

    [Fact]
    public void The_file_is_kept_in_the_way_that_loses_nothing()
    {
        using var connection = _bot.File.OpenForWriting();

        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
        Assert.Equal(2, connection.ExecuteScalar<int>("pragma synchronous"));
        Assert.Equal(BotDatabase.Schema.Version, connection.ExecuteScalar<int>("pragma user_version"));
    }

    [Theory]
    [InlineData("inbox", Inbox.SelectNext)]
    [InlineData("outbox", Outbox.SelectNext)]
    public void Finding_the_next_looks_up_what_is_before_it(string table, string select)
    {
        using var connection = _bot.File.OpenForReading();

        var plan = string.Join('\n', connection
            .Query($"explain query plan {select}", new { now = "", busy = "[]" })
            .Select(step => (string)step.detail));

        Assert.Contains($"INDEX {table}_earlier (lane=? AND position<?)", plan, StringComparison.Ordinal);
    }

    [Fact]
    public Task An_answer_that_an_earlier_version_noted_is_still_known() => AfterVersionBeforeAsync(
        "0010_corrections_everywhere.sql",
        """
        insert into answers (number, chat_id, question, message, language, claim_id, fingerprint, answered_at)
        values (7, 1, 2, 3, 'uk', 'C-1', 'print', '2026-11-24T12:00:00.000Z')
        """,
        async database =>
        {
            var answers = new AnswerStore(database, TimeProvider.System);

            Assert.Equal(new SentAnswer(7, 1, null, 2, 3, "uk", "C-1", "print", null), Assert.Single(await answers.FromClaimAsync("C-1")));
            Assert.Equal(7, (await answers.FindAsync(chat: 1, question: 2))?.Number);
        });

    [Fact]
    public Task What_an_earlier_version_has_handled_and_what_it_has_still_to_send_are_still_known() => AfterVersionBeforeAsync(
        "0013_closed_rows_go.sql",
        """
        insert into inbox (update_id, state, not_before, received_at) values (5, 'handled', '', '2026-11-24T12:00:00.000Z');
        insert into inbox (update_id, lane, payload, not_before, received_at) values (6, 1, '{"id":6,"chat":1}', '', '2026-11-24T12:00:00.000Z');
        insert into outbox (reply_key, method, state, not_before, created_at) values ('5/0', 'sendMessage', 'sent', '', '2026-11-24T12:00:00.000Z');
        insert into outbox (reply_key, lane, method, payload, not_before, created_at) values ('5/1', 1, 'sendMessage', 'text', '', '2026-11-24T12:00:00.000Z');
        """,
        async database =>
        {
            var outbox = new Outbox(database, new AnswerStore(database, TimeProvider.System), TimeProvider.System);
            var inbox = new Inbox(database, outbox, TimeProvider.System);

            Assert.Equal(0, await inbox.StoreAsync([Update(5), Update(6)]));
            Assert.Equal(1, await inbox.CountAsync());
            Assert.Equal(1, await outbox.CountAsync());
            await foreach (var call in outbox.TakeDueAsync(TestContext.Current.CancellationToken))
            {
                Assert.Equal(("5/1", 1, "sendMessage", "text"), (call.Key, call.Lane, call.Method, call.Payload));
                break;
            }
        });

    [Fact]
    public async Task A_file_of_another_kind_is_refused_at_start()
    {
        var folder = Directory.CreateTempSubdirectory("other-");
        var path = Path.Combine(folder.FullName, "other.db");
        using (var connection = new SqliteFile(path).OpenForWriting())
            connection.Execute("create table something (x integer)");
        using var database = new BotDatabase(Options.Create(new BotOptions { Database = path }));

        await Assert.ThrowsAsync<DatabaseRefusedException>(() => database.StartAsync(TestContext.Current.CancellationToken));

        folder.Delete(recursive: true);
    }

    // A file as the version before this script left it, opened by this one.
    private static async Task AfterVersionBeforeAsync(string script, string rows, Func<BotDatabase, Task> check)
    {
        var folder = Directory.CreateTempSubdirectory("earlier-");
        var path = Path.Combine(folder.FullName, "bot.db");
        using (var connection = new SqliteFile(path).OpenForWriting())
        {
            var scripts = Directory.GetFiles(Path.Combine(Repository.Root, "src", "BotHost.Store", "Database", "Migrations", "Bot"))
                .Order(StringComparer.Ordinal)
                .TakeWhile(file => !file.EndsWith(script, StringComparison.Ordinal))
                .ToList();
            foreach (var file in scripts)
                connection.Execute(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            connection.Execute($"pragma application_id = {0x46434254}; pragma user_version = {scripts.Count};");
            connection.Execute(rows);
        }

        using (var database = new BotDatabase(Options.Create(new BotOptions { Database = path })))
        {
            await database.StartAsync(TestContext.Current.CancellationToken);
            await check(database);
            await database.StopAsync(TestContext.Current.CancellationToken);
        }

        folder.Delete(recursive: true);
    }
}
