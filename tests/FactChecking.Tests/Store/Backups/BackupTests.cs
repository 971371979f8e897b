using System.Globalization;
using BotHost.Store.Backups;
using BotHost.Store.Database;
using Dapper;
using FactChecking.Storage;

namespace FactChecking.Tests.Store.Backups;

public sealed class BackupTests
{
    [Fact]
    public async Task What_is_restored_equals_what_was_there_and_what_it_replaces_stays_beside()
    {
        await using var bot = await SafeguardedBot.StartAsync();
        await bot.StoreAsync(1);
        var backup = bot.Backup();
        await bot.StopAsync();
        var before = bot.State();
        bot.Start();
        await bot.StoreAsync(2);
        await bot.StopAsync();
        var claim = Path.Combine(bot.Files.DataFolder!, "claims", "C-NATO20.yaml");
        await File.AppendAllTextAsync(claim, "# later\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(bot.Files.Keys, "key-2.xml"), "<key/>", TestContext.Current.CancellationToken);
        File.Delete(bot.Files.KnowledgeDatabase);

        var restored = bot.Restore(backup);

        Assert.Equal([bot.Files.BotDatabase, bot.Files.KnowledgeDatabase, bot.Files.DataFolder!, bot.Files.Keys], restored);
        Assert.Equal(before, bot.State());
        Assert.Equal(2, SafeguardedBot.Rows($"{bot.Files.BotDatabase}.before-restore").Count(row => row.StartsWith("inbox:", StringComparison.Ordinal)));
        Assert.EndsWith("# later\n", await File.ReadAllTextAsync(claim.Replace("data", "data.before-restore", StringComparison.Ordinal), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles($"{bot.Files.Keys}.before-restore").Length);
        bot.Start();
        await bot.StoreAsync(3);
    }

    [Fact]
    public async Task A_backup_while_the_bot_writes_is_of_one_moment()
    {
        await using var bot = await SafeguardedBot.StartAsync(withRecords: false);
        using var enough = new CancellationTokenSource();
        long stored = 0;
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                    await bot.StoreAsync(Interlocked.Increment(ref stored));
            },
            TestContext.Current.CancellationToken);
        var backups = new List<(string Folder, long Before, long After)>();

        for (var round = 0; round < 5; round++)
        {
            var before = Interlocked.Read(ref stored);
            while (Interlocked.Read(ref stored) < before + 20)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            before = Interlocked.Read(ref stored);
            backups.Add((bot.Backup(), before, Interlocked.Read(ref stored)));
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await enough.CancelAsync();
        await writing;

        foreach (var (folder, before, after) in backups)
        {
            BackupCheck.Check(folder);
            using var copy = new SqliteFile(Path.Combine(folder, BackupManifest.BotDatabase)).OpenForReading();
            var ids = copy.Query<long>("select update_id from inbox order by position").AsList();
            Assert.Equal(Enumerable.Range(1, ids.Count).Select(id => (long)id), ids);
            // The last one that was begun before may not have been committed yet.
            Assert.InRange(ids.Count, before - 1, after);
        }
    }

    [Theory]
    [InlineData(BackupManifest.BotDatabase)]
    [InlineData(BackupManifest.KnowledgeDatabase)]
    [InlineData(BackupManifest.Data)]
    [InlineData("keys/key-1.xml")]
    public async Task A_backup_with_a_byte_changed_or_a_file_missing_is_refused_and_nothing_is_touched(string name)
    {
        await using var bot = await SafeguardedBot.StartAsync();
        await bot.StoreAsync(1);
        var backup = bot.Backup();
        await bot.StopAsync();
        var before = bot.State();
        var file = Path.Combine(backup, name);
        var content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);

        var changed = Assert.Throws<BackupRefusedException>(() => bot.Restore(backup));
        File.Delete(file);
        var missing = Assert.Throws<BackupRefusedException>(() => bot.Restore(backup));

        Assert.Contains("SHA-256", changed.Message, StringComparison.Ordinal);
        Assert.Contains("missing", missing.Message, StringComparison.Ordinal);
        Assert.Equal(before, bot.State());
    }

    [Theory]
    [InlineData("pragma user_version = 999", "newer than")]
    [InlineData("pragma application_id = 1", "not a bot database")]
    [InlineData("pragma foreign_keys = off; insert into to_be_told values (99, 1, 'en', '')", "not there")]
    public async Task A_database_that_this_program_cannot_use_is_refused_although_its_hash_is_right(string change, string reason)
    {
        await using var bot = await SafeguardedBot.StartAsync(withRecords: false);
        var backup = bot.Backup();
        await bot.StopAsync();
        var database = Path.Combine(backup, BackupManifest.BotDatabase);
        using (var connection = new SqliteFile(database).OpenForWriting())
            connection.Execute(change);
        await ManifestText.CorrectAsync(backup, BackupManifest.BotDatabase);

        var refused = Assert.Throws<BackupRefusedException>(() => bot.Restore(backup));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../bot.db")]
    [InlineData("keys/../../bot.xml")]
    [InlineData("/etc/passwd")]
    public async Task A_manifest_that_leads_out_of_its_backup_is_refused(string path)
    {
        await using var bot = await SafeguardedBot.StartAsync(withRecords: false);
        var backup = bot.Backup();
        await bot.StopAsync();
        await ManifestText.ReplaceAsync(backup, "\"keys/key-1.xml\"", $"\"{path}\"");

        Assert.Contains(path, Assert.Throws<BackupRefusedException>(() => bot.Restore(backup)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_restored_while_the_bot_runs_nor_over_what_an_earlier_restore_kept()
    {
        await using var bot = await SafeguardedBot.StartAsync(withRecords: false);
        var backup = bot.Backup();

        Assert.Contains("The bot runs", Assert.Throws<BackupRefusedException>(() => bot.Restore(backup)).Message, StringComparison.Ordinal);
        await bot.StoreAsync(1);
        await bot.StopAsync();
        bot.Restore(backup);
        Assert.Contains("before-restore", Assert.Throws<BackupRefusedException>(() => bot.Restore(backup)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_damaged_is_not_backed_up_and_leaves_nothing_half_made()
    {
        await using var bot = await SafeguardedBot.StartAsync(withRecords: false);
        for (var id = 1; id <= 200; id++)
            await bot.StoreAsync(id);
        await bot.StopAsync();
        using (var file = new FileStream(bot.Files.BotDatabase, FileMode.Open))
        {
            file.Seek(-8000, SeekOrigin.End);
            file.Write(new byte[8000]);
        }

        Assert.Throws<BackupRefusedException>(bot.Backup);

        Assert.NotEmpty(DatabaseCheck.Find(bot.Files.BotDatabase, BotDatabase.Schema));
        Assert.Empty(Directory.EnumerateFileSystemEntries(bot.Backups));
    }

    [Fact]
    public async Task Backups_go_by_the_calendar_and_the_newest_always_stays()
    {
        await using var bot = await SafeguardedBot.StartAsync(withRecords: false);
        var options = new BackupOptions { KeepDaily = 3, KeepWeekly = 2 };
        Directory.CreateDirectory(Path.Combine(bot.Backups, "holiday pictures"));
        for (var half = 0; half < 20; half++) // from Tuesday noon, twice a day
        {
            bot.Backup();
            bot.Store.DeleteOld(bot.Backups, options);
            bot.Clock.Advance(TimeSpan.FromHours(12));
        }

        // On Friday 4 December: the last 24 hours, the last of each of three days, the last of this week and of the one before.
        Assert.Equal(
            ["2026-11-29 12", "2026-12-02 12", "2026-12-03 12", "2026-12-04 00"],
            BackupStore.List(bot.Backups).Select(time => time.ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture)));
        bot.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(3, bot.Store.DeleteOld(bot.Backups, options));
        Assert.Single(BackupStore.List(bot.Backups));
        Assert.True(Directory.Exists(Path.Combine(bot.Backups, "holiday pictures")));
    }
}
