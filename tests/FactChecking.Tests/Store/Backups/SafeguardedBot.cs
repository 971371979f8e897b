using System.Security.Cryptography;
using BotHost.Store.Backups;
using BotHost.Store.Database;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Storage;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FactChecking.Tests.Store.Backups;

/// <summary>All that a backup holds, on the disk, with a bot.db that is worked on until <see cref="StopAsync"/>.</summary>
internal sealed class SafeguardedBot : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private BotDatabase? _database;

    private SafeguardedBot() => Files = new BackedUpFiles(_folder.File("bot.db"), _folder.File("knowledge.db"), _folder.File("data"));

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public BackedUpFiles Files { get; }

    /// <summary>The folder of backups.</summary>
    public string Backups => _folder.File("backups");

    public Inbox Inbox { get; private set; } = null!; // set by Start

    public BackupStore Store => new(Files, Clock);

    public static async Task<SafeguardedBot> StartAsync(bool withRecords = true)
    {
        var bot = new SafeguardedBot();
        Directory.CreateDirectory(bot.Files.Keys);
        await File.WriteAllTextAsync(Path.Combine(bot.Files.Keys, "key-1.xml"), "<key/>");
        if (withRecords)
        {
            DataCopy.To(bot.Files.DataFolder!); // set above
            await bot.Publisher().LoadAsync(new DataFolder(bot.Files.DataFolder!), CancellationToken.None);
        }
        bot.Start();
        return bot;
    }

    public void Start()
    {
        _database = new BotDatabase(Options.Create(new BotOptions { Database = Files.BotDatabase }));
        _database.StartAsync(CancellationToken.None).GetAwaiter().GetResult(); // does not wait for anything
        Inbox = new Inbox(_database, new Outbox(_database, new AnswerStore(_database, Clock), Clock), Clock);
    }

    public async Task StopAsync()
    {
        if (_database is null)
            return;
        await _database.StopAsync(CancellationToken.None);
        _database.Dispose();
        _database = null;
    }

    public Task StoreAsync(long id) =>
        Inbox.StoreAsync([new IncomingUpdate(id, 1) { Message = new IncomingMessage((int)id, ContentKind.Text, $"message {id}") }]);

    public string Backup() => Store.Create(Backups, CancellationToken.None);

    public IReadOnlyList<string> Restore(string backup) => new BackupRestore(Files, new SqliteFile(Files.KnowledgeDatabase)).Restore(backup);

    /// <summary>Every row of every table of bot.db, and what each other file holds.</summary>
    public IReadOnlyList<string> State()
    {
        var others = new[] { Files.Keys, Files.DataFolder! }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Append(Files.KnowledgeDatabase).Where(File.Exists)
            .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
        return [.. Rows(Files.BotDatabase), .. others.Order()];
    }

    public static IReadOnlyList<string> Rows(string database)
    {
        using var connection = new SqliteFile(database).OpenForReading();
        return
        [
            .. connection.Query<string>("select name from sqlite_schema where type = 'table' order by name").AsList()
                .SelectMany(table => connection.Query($"select * from \"{table}\"").Select(row => $"{table}: {string.Join(" | ", (IDictionary<string, object>)row)}")),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private KnowledgePublisher Publisher() => new(new SqliteFile(Files.KnowledgeDatabase), Clock);
}
