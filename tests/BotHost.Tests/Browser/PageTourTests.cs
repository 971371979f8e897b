using System.Text;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using FactChecking.Curation.DeskImports;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class PageTourTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly (string Name, string Path)[] Public =
    [
        ("chat", "/"),
        ("corrections", "/corrections"),
        ("claims", "/claims"),
        ("claim-near", "/claims/C-NATO20"),
        ("claim", "/claims/C-BIOLABS"),
        ("outlets", "/outlets"),
        ("outlet", "/outlets/O-RT"),
        ("agreements", "/agreements"),
        ("agreement", "/agreements/A-2015-RT-XINHUA"),
        ("source", "/sources/D-UATV"),
        ("map", "/map"),
        ("no-record", "/claims/C-NOWHERE"),
        ("nowhere", "/nowhere"),
        ("sign-in", "/desk/sign-in"),
    ];

    private static readonly (string Name, string Path)[] Desk =
    [
        ("queue", "/desk"),
        ("records", "/desk/records?q=nato"),
        ("record", "/desk/records/claims/C-NATO20"),
        ("record-text", "/desk/records/claims/C-NATO20?asText=true"),
        ("outlet", "/desk/records/entities/O-RT"),
        ("new", "/desk/records/claims/new"),
        ("history", "/desk/records/claims/C-NATO20/history"),
        ("reviews", "/desk/reviews"),
        ("try", "/desk/try?claim=C-NATO20"),
        ("statistics", "/desk/statistics"),
        ("import", "/desk/import"),
        ("export", "/desk/export"),
        ("drafts", "/desk/drafts"),
        ("imported", $"/desk/records/{RecordKey.OfImported("An id, with / signs")}"),
        ("people", "/desk/people"),
        ("account", "/desk/account"),
    ];

    private readonly TemporaryFolder _folder = new();
    private DeskApplication _desk = null!; // InitializeAsync runs first

    public async ValueTask InitializeAsync()
    {
        DataCopy.To(_folder.File("data"));
        _desk = await DeskApplication.StartAsync(
            _folder, knowledge: _folder.File("knowledge.db"), dataFolder: _folder.File("data"),
            more: new Dictionary<string, string?> { ["Exchange:FeedHosts"] = "checkers.example" });
        await ImportAsync(ExchangeFormat.Csv, "id,title,url\n\"An id, with / signs\",Cats play the violin,https://checkers.example/cats\n");
        await ImportAsync(ExchangeFormat.Feed, """
            <rss version="2.0"><channel><title>Checkers</title><link>https://checkers.example/</link><description>d</description><language>en</language>
            <item><title>No, dogs do not play</title><link>https://checkers.example/dogs</link></item></channel></rss>
            """);
        await _desk.AddAccountAsync(Roles.Publisher, "Olena");
    }

    private async Task ImportAsync(string format, string text) => await _desk.Services.GetRequiredService<DeskImport>().ImportAsync(
        new ImportInput($"a.{format}", () => new MemoryStream(Encoding.UTF8.GetBytes(text))),
        new ImportRequest(format) { Source = "Checkers", Licence = "CC-BY-4.0" }, "Olena", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Every_page_is_accessible_and_fits_the_window(int width, bool dark)
    {
        var page = await chromium.OpenAsync(_desk.Address, width, dark);
        var barriers = new List<string>();
        var suffix = $"{(width < 600 ? "phone" : "desktop")}-{(dark ? "dark" : "light")}";

        foreach (var (name, path) in Public)
        {
            await page.GotoAsync(path);
            if (await page.Locator(".graph[data-map]").CountAsync() > 0)
                await page.Locator(".graph canvas").First.WaitForAsync();
            barriers.AddRange(await page.FindBarriersAsync());
            await page.KeepScreenshotAsync($"{name}-{suffix}");
        }

        await page.SignInAsync("Olena");
        foreach (var (name, path) in Desk)
        {
            var response = await page.GotoAsync(path);
            Assert.True(response!.Status == 200, $"{path}: {response.Status} {string.Join(Environment.NewLine, _desk.Log.Lines.Where(line => line.Contains("failed", StringComparison.Ordinal)))}");
            barriers.AddRange(await page.FindBarriersAsync());
            await page.KeepScreenshotAsync($"desk-{name}-{suffix}");
        }
        Assert.True(barriers.Count == 0, string.Join(Environment.NewLine, barriers));
    }
}
