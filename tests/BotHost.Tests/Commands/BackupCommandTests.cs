using System.Diagnostics;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

/// <summary>From a running bot to a backup and back, by the program as its user starts it.</summary>
public sealed class BackupCommandTests : IAsyncLifetime
{
    private readonly FastClock _clock = new(1);
    private readonly string _folder = BotApplication.NewFolder();
    private FakeTelegram _telegram = null!; // set before each test
    private string _knowledge = null!;      // likewise

    private string Backups => Path.Combine(_folder, "backups");

    public async ValueTask InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync(_clock);
        _knowledge = Path.Combine(_folder, "knowledge.db");
        File.Copy(await TestKnowledge.FileAsync(), _knowledge);
    }

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _clock.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_is_made_beside_the_running_bot_and_restored_only_once_that_has_died()
    {
        var chat = FakeChat.New();
        string backup;
        using (var program = Start())
        {
            await _telegram.SendTextAsync(chat, Sample.Known);
            await _telegram.NextReplyAsync(chat);
            backup = Output(await RunAsync("backup", "--to", Backups)).Trim();
            Assert.StartsWith("Sound: ", Output(await RunAsync("restore", backup, "--check")), StringComparison.Ordinal);

            var (code, output, error) = await RunAsync("restore", backup);

            Assert.Equal((1, ""), (code, output));
            Assert.Contains("The bot runs", error, StringComparison.Ordinal);
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        BotApplication.Execute(_folder, "delete from answers");
        Assert.Contains(BotApplication.DatabaseIn(_folder), Output(await RunAsync("restore", backup)), StringComparison.Ordinal);
        Assert.Equal(1, BotApplication.Count(_folder, "answers", "claim_id = 'C-NATO20'"));
        using var again = Start();
        await _telegram.SendTextAsync(chat, Sample.Unknown);
        // The start of a program counts in, too.
        await Eventually.TrueAsync(() => _telegram.Calls.Count(call => call.Method == "sendMessage") == 2, "it answers again", TimeSpan.FromMinutes(1));
        again.Kill();
        await again.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Sound_databases_are_said_to_be_sound_and_a_damaged_one_ends_with_1()
    {
        Output(await RunAsync("user", "add", "Olena", "--role", "reader"));

        var sound = Output(await RunAsync("check-database"));
        using (var file = new FileStream(_knowledge, FileMode.Open))
        {
            file.Seek(-4096, SeekOrigin.End);
            file.Write(new byte[4096]);
        }
        var (code, output, _) = await RunAsync("check-database");

        Assert.Equal(2, sound.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.EndsWith(": sound", StringComparison.Ordinal)));
        Assert.Equal(1, code);
        Assert.Contains($"{BotApplication.DatabaseIn(_folder)}: sound", output, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_knowledge}: sound", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_backup_goes_must_be_said_or_set_and_there_must_be_one_to_restore()
    {
        Assert.Contains("Backup:Folder", (await RunAsync("backup")).Error, StringComparison.Ordinal);

        var (code, _, error) = await RunAsync("restore", _folder);

        Assert.Equal(1, code);
        Assert.Contains("is no backup", error, StringComparison.Ordinal);
    }

    private static string Output((int ExitCode, string Output, string Error) run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    private Process Start() => BuiltProgram.Start(_telegram, _folder, _knowledge);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => BuiltProgram.RunAsync(
        arguments, dataFolder: "", botDatabase: BotApplication.DatabaseIn(_folder), more: new Dictionary<string, string> { ["Knowledge__Database"] = _knowledge });
}
