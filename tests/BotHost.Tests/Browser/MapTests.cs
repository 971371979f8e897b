using BotHost.Tests.Pages;
using Microsoft.Playwright;

namespace BotHost.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class MapTests(Chromium chromium, ChatPageFixture fixture) : IClassFixture<Chromium>, IClassFixture<ChatPageFixture>
{
    private const string Lines = "document.querySelector('.graph').graph.edges().not('.gone').length";

    [Fact]
    public async Task Filters_hide_lines_and_bring_them_back()
    {
        var page = await OpenMapAsync();
        var all = await page.EvaluateAsync<int>(Lines);

        await page.GetByLabel("Relation").SelectOptionAsync("agreement");
        var agreements = await page.EvaluateAsync<int>(Lines);
        Assert.Equal(await page.GetByRole(AriaRole.Table, new() { Name = "Agreements" }).Locator("tbody tr").CountAsync(), agreements);
        Assert.InRange(agreements, 1, all - 1);
        await page.GetByLabel("Year").FillAsync("1900");
        // What has no date on record may be of any year.
        var undated = await page.EvaluateAsync<int>("document.querySelector('.graph').graph.edges('[kind = \"agreement\"]').filter(edge => edge.data('firstYear') === null).length");
        Assert.True(undated < agreements);
        Assert.Equal($"{undated} of {all} lines are shown.", await page.Locator(".map-count").InnerTextAsync());
        Assert.Equal(undated, await page.EvaluateAsync<int>(Lines));
        await page.GetByLabel("Year").FillAsync("");
        await page.GetByLabel("Relation").SelectOptionAsync("");
        await page.GetByLabel("Country").SelectOptionAsync("CN");
        Assert.InRange(await page.EvaluateAsync<int>(Lines), 1, all - 1);
        await page.GetByLabel("Country").SelectOptionAsync("");
        Assert.Equal(all, await page.EvaluateAsync<int>(Lines));
    }

    [Fact]
    public async Task A_click_on_an_outlet_or_a_line_shows_what_it_rests_on()
    {
        var page = await OpenMapAsync();
        var evidence = page.Locator(".map-evidence");

        await ClickAsync(page, "graph.getElementById('O-RT').renderedPosition()");
        Assert.Equal("RT", await evidence.GetByRole(AriaRole.Heading).InnerTextAsync());
        Assert.Equal("/outlets/O-RT", await evidence.GetByRole(AriaRole.Heading).Locator("a").GetAttributeAsync("href"));
        Assert.NotEqual(0, await evidence.Locator("q").CountAsync());
        await page.KeepScreenshotAsync("map-chosen");

        await ClickAsync(page, "graph.edges('[kind = \"owner\"]').max(edge => Math.hypot(edge.source().position('x') - edge.target().position('x'), edge.source().position('y') - edge.target().position('y'))).ele.renderedMidpoint()");
        Assert.Equal("owner", await evidence.GetByRole(AriaRole.Heading).InnerTextAsync());
        Assert.NotEqual(0, await evidence.Locator("a[href^='/sources/']").CountAsync());
        Assert.Contains("no line proves", await evidence.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_mouse_chooses_an_outlet_by_keyboard()
    {
        var page = await OpenMapAsync();

        await page.GetByLabel("Go to").FocusAsync();
        await page.Keyboard.TypeAsync("Sputnik");

        var heading = page.Locator(".map-evidence").GetByRole(AriaRole.Heading);
        await Assertions.Expect(heading).ToHaveTextAsync("Sputnik");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.classList.contains('graph')"));
        var zoom = await page.EvaluateAsync<double>("document.querySelector('.graph').graph.zoom()");
        await page.Keyboard.PressAsync("+");
        Assert.True(await page.EvaluateAsync<double>("document.querySelector('.graph').graph.zoom()") > zoom);
        var left = await page.EvaluateAsync<double>("document.querySelector('.graph').graph.pan().x");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.True(await page.EvaluateAsync<double>("document.querySelector('.graph').graph.pan().x") < left);
        Assert.True(await page.FindBarriersAsync() is [], string.Join("; ", await page.FindBarriersAsync()));
    }

    [Fact]
    public async Task The_map_is_saved_as_a_picture_of_either_kind()
    {
        var page = await OpenMapAsync();

        var png = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        var svg = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "SVG" }).ClickAsync());

        Assert.Equal(("map.png", "map.svg"), (png.SuggestedFilename, svg.SuggestedFilename));
        var picture = await File.ReadAllBytesAsync(await png.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 20_000, "The picture is empty.");
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(await svg.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_picture_and_the_tables_are_there()
    {
        var page = await chromium.OpenAsync(fixture.Host.Address, script: false);

        await page.GotoAsync("/map");

        Assert.Equal(3, await page.Locator("table").CountAsync());
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Xinhua News Agency" }).First.IsVisibleAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "PNG" }).IsVisibleAsync());
        Assert.False(await page.GetByLabel("Relation").IsVisibleAsync());
        Assert.True(await page.Locator("img[src^='/map.svg']").IsVisibleAsync());
        await page.KeepScreenshotAsync("map-without-script");
    }

    [Fact]
    public async Task The_trail_of_a_claim_is_drawn_on_its_page()
    {
        var page = await chromium.OpenAsync(fixture.Host.Address, 390);
        var faults = Listen(page);

        await page.GotoAsync("/claims/C-NATO20");
        await page.Locator(".graph canvas").First.WaitForAsync();
        await page.Locator(".graph").ScrollIntoViewIfNeededAsync();
        await page.KeepScreenshotAsync("claim-trail-phone");

        Assert.Equal(["RT", "Reference News"], (await page.EvaluateAsync<string[]>("document.querySelector('.graph').graph.nodes().map(node => node.data('name'))")).Take(2));
        Assert.Empty(faults);
    }

    private async Task<IPage> OpenMapAsync()
    {
        var page = await chromium.OpenAsync(fixture.Host.Address);
        await page.GotoAsync("/map");
        await page.Locator(".graph canvas").First.WaitForAsync();
        return page;
    }

    // What the content policy refuses is said on the console alone.
    private static List<string> Listen(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error") faults.Add(message.Text); };
        page.PageError += (_, message) => faults.Add(message);
        return faults;
    }

    private static async Task ClickAsync(IPage page, string place)
    {
        var at = await page.EvaluateAsync<float[]>($"(() => {{ const graph = document.querySelector('.graph').graph; const {{ x, y }} = {place}; return [x, y]; }})()");
        await page.Locator(".graph").ClickAsync(new() { Position = new() { X = at[0], Y = at[1] } });
    }
}
