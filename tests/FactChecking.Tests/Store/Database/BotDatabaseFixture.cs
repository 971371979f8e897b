using BotHost.Store.Database;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using Dapper;
using FactChecking.Storage;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FactChecking.Tests.Store.Database;

/// <summary>A bot.db of its own on the disk, and the stores on it.</summary>
public sealed class BotDatabaseFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake-").FullName;

    public BotDatabaseFixture() => Open();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public BotDatabase Database { get; private set; } = null!; // set by Open

    public Inbox Inbox { get; private set; } = null!;

    public Outbox Outbox { get; private set; } = null!;

    public CounterStore Counters => new(Database);

    public SqliteFile File => new(Path.Combine(_folder, "bot.db"));

    public static IncomingUpdate Update(long id, long chat = 1, string text = "text") =>
        new(id, chat) { Message = new IncomingMessage((int)id, ContentKind.Text, text) };

    public static OutboxDraft Draft(string text = "reply") => new("sendMessage", text);

    public async Task RestartAsync()
    {
        await Database.StopAsync(CancellationToken.None);
        Database.Dispose();
        Open();
    }

    /// <summary>What can be taken now, in order, without giving anything back.</summary>
    public async Task<List<InboxItem>> TakeAsync(int count)
    {
        var items = new List<InboxItem>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await foreach (var item in Inbox.TakeAllAsync(patience.Token))
        {
            items.Add(item);
            if (items.Count == count)
                break;
        }

        return items;
    }

    public T Scalar<T>(string sql)
    {
        using var connection = File.OpenForReading();
        return connection.ExecuteScalar<T>(sql)!;
    }

    public void Execute(string sql)
    {
        using var connection = File.OpenForWriting();
        connection.Execute(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.StopAsync(CancellationToken.None);
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Open()
    {
        Database = new BotDatabase(Options.Create(new BotOptions { Database = Path.Combine(_folder, "bot.db") }));
        Database.StartAsync(CancellationToken.None).GetAwaiter().GetResult(); // does not wait for anything
        Outbox = new Outbox(Database, new AnswerStore(Database, Clock), Clock);
        Inbox = new Inbox(Database, Outbox, Clock);
    }
}
