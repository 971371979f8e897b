using BotHost.Store.Backups;
using BotHost.Tests.Support;

namespace BotHost.Tests;

public sealed class BackupWorkerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Backups => _folder.File("backups");

    [Fact]
    public async Task The_bot_makes_a_backup_when_one_is_due_and_none_too_soon_after_a_restart()
    {
        await using (await StartAsync())
            await Eventually.TrueAsync(() => BackupStore.List(Backups).Count == 1, "a backup was made");
        var first = BackupStore.List(Backups);
        await using (var again = await StartAsync())
        {
            using var browser = await again.SignedInAsync(BotHost.Store.Accounts.Roles.Reader);
            Assert.Equal(first, BackupStore.List(Backups));
        }

        Directory.Move(Directory.GetDirectories(Backups)[0], Path.Combine(Backups, "2020-01-01T00-00-00Z"));
        await using var later = await StartAsync();

        // The old one is a week and more old, and not the newest any more.
        await Eventually.TrueAsync(() => BackupStore.List(Backups) is [{ Year: > 2020 }], "a new one was made and the old one deleted");
        BackupCheck.Check(Assert.Single(Directory.GetDirectories(Backups), folder => !folder.EndsWith(".unfinished", StringComparison.Ordinal)));
        await Eventually.TrueAsync(() => later.Log.Lines.Any(line => line.Contains("1 old ones were deleted", StringComparison.Ordinal)), "that was logged");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_logged_and_stops_nothing()
    {
        await File.WriteAllTextAsync(Backups, "no folder", TestContext.Current.CancellationToken);

        await using var desk = await StartAsync();

        await Eventually.TrueAsync(() => desk.Log.Lines.Any(line => line.Contains("No backup could be made", StringComparison.Ordinal)), "that was logged");
        using var browser = desk.NewBrowser();
        await browser.OpenAsync("/health/live");
    }

    public void Dispose() => _folder.Dispose();

    private Task<DeskApplication> StartAsync() => DeskApplication.StartAsync(_folder, more: new Dictionary<string, string?> { ["Backup:Folder"] = Backups });
}
