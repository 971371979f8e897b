using System.Diagnostics;
using BotHost.Tests.Pages;
using BotHost.Tests.Support;
using FactChecking.Curation.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BotHost.Tests.Knowledge;

public sealed class KnowledgeWatcherTests : IDisposable
{
    private const string Message = "Dolphins learned to pilot submarines in the Baltic Sea";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private string Database => _folder.File("knowledge.db");

    [Fact]
    public async Task A_record_published_while_it_runs_is_found_without_a_restart()
    {
        await using var host = await RunningHost.StartAsync(Database, clock: _clock);
        var page = await host.OpenAsync();
        var before = await page.SendAsync(Message);

        var records = _folder.File("records.jsonl");
        await File.WriteAllTextAsync(records, $$"""{"id":"r1","lang":"en","title":"{{Message}}","url":"https://example.org/r1"}""", TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<RecordsImport>().Import(records);
        await UntilLoggedAsync(host, "Answers come from generation 2");
        var after = await page.SendAsync(Message);

        Assert.Contains("We found no fact-check", before.ReplyText(), StringComparison.Ordinal);
        Assert.Contains($"“{Message}”", after.ReplyText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_is_reported_once_and_the_open_records_stay_in_use()
    {
        await using var host = await RunningHost.StartAsync(Database, clock: _clock);
        var page = await host.OpenAsync();
        var good = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);

        Replace(new byte[5_000]);
        await UntilLoggedAsync(host, "answers still come from generation 1");
        for (var look = 0; look < 5; look++)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        var answered = await page.SendAsync("Polls show that only 20% of Ukrainians want to join NATO");
        var lines = host.Log.Lines;
        Replace(good);
        await UntilLoggedAsync(host, "Answers come from generation 1", times: 2);

        Assert.Contains("EUvsDisinfo", answered.ReplyText(), StringComparison.Ordinal);
        Assert.Single(lines, line => line.Contains("answers still come from generation 1", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    // As a publication does: a whole new file takes the name at once.
    private void Replace(byte[] content)
    {
        var next = _folder.File("next");
        File.WriteAllBytes(next, content);
        File.Move(next, Database, overwrite: true);
    }

    private async Task UntilLoggedAsync(RunningHost host, string text, int times = 1)
    {
        for (var waiting = Stopwatch.StartNew(); host.Log.Lines.Count(line => line.Contains(text, StringComparison.Ordinal)) < times;)
        {
            Assert.True(waiting.Elapsed < TimeSpan.FromSeconds(20), $"Was not logged: {text}.");
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
