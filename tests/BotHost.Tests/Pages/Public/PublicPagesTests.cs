using System.Net;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;

namespace BotHost.Tests.Pages.Public;

public sealed class PublicPagesTests(ChatPageFixture fixture) : IClassFixture<ChatPageFixture>, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = fixture.Host.Address };

    [Theory]
    [InlineData("/claims")]
    [InlineData("/claims?q=nato&kind=everything&in=zh-Hans&language=uk")]
    [InlineData("/claims/C-BIOLABS")]
    [InlineData("/claims/C-DONBAS-REFUGEES?language=zh-Hant")]
    [InlineData("/claims/C-ACCIDENTS?language=ru")]
    [InlineData("/outlets")]
    [InlineData("/outlets/O-RT?language=uk")]
    [InlineData("/agreements")]
    [InlineData("/agreements/A-2015-RT-XINHUA")]
    [InlineData("/sources/D-SEED")]
    [InlineData("/map")]
    public async Task Every_page_works_without_script_and_may_be_kept(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.Single((await ParseAsync(html)).QuerySelectorAll("h1"));

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_claim_is_shown_with_findings_trail_and_sources_in_the_language_asked_for()
    {
        var page = await OpenAsync("/claims/C-BIOLABS?language=zh-Hans");
        var text = page.QuerySelector("main")!.TextContent;

        var heading = page.QuerySelector("h1 span")!;
        Assert.Equal(("美国在乌克兰运营生物武器实验室。", "zh-Hans", "auto"), (heading.TextContent, heading.GetAttribute("lang"), heading.GetAttribute("dir")));
        Assert.Contains("China was echoing a false claim first made by Russia.", text, StringComparison.Ordinal);
        Assert.Contains("Sources disagree on where it began", text, StringComparison.Ordinal);
        Assert.Contains("no proof that it is false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tip of the iceberg", text, StringComparison.Ordinal); // a made-up wording
        Assert.Equal(5, page.QuerySelectorAll("nav.languages a").Length);
        Assert.Equal("/api/v1/claims/C-BIOLABS", page.QuerySelector("link[rel=alternate]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Of_a_mixed_finding_both_halves_are_shown()
    {
        var headings = (await OpenAsync("/claims/C-DONBAS-REFUGEES")).QuerySelectorAll("h2").Select(heading => heading.TextContent).ToList();

        Assert.Contains("Supported", headings);
        Assert.Contains("Challenged", headings);
    }

    [Fact]
    public async Task What_rests_on_one_source_is_told_as_according_to_it() =>
        Assert.Contains("According to D. Bandurski (2022)", (await OpenAsync("/claims/C-NATO20")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_markup_is_a_claim_and_never_a_review_of_our_own()
    {
        var markup = JsonNode.Parse((await OpenAsync("/claims/C-BIOLABS")).QuerySelector("script[type='application/ld+json']")!.TextContent)!;

        Assert.Equal("Claim", (string?)markup["@type"]);
        Assert.Equal("The United States runs biological weapons laboratories in Ukraine.", (string?)markup["text"]);
        Assert.DoesNotContain("ClaimReview", markup.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/claims/C-BIOLABS")]
    [InlineData("/outlets/O-RT")]
    [InlineData("/outlets/O-SPUTNIK")]
    [InlineData("/agreements/A-2017-SPUTNIK-GT")]
    [InlineData("/map")]
    public async Task No_page_links_to_an_outlet_that_policy_forbids(string path)
    {
        var hosts = (await OpenAsync(path)).QuerySelectorAll("a[href^=http]").Select(link => new Uri(link.GetAttribute("href")!).Host);

        Assert.DoesNotContain(hosts, host => host.EndsWith("rt.com", StringComparison.Ordinal) || host.Contains("sputnik", StringComparison.Ordinal) || host.EndsWith("ria.ru", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_outlet_is_told_with_owners_agreements_and_that_this_is_no_verdict()
    {
        var text = (await OpenAsync("/outlets/O-RT")).QuerySelector("main")!.TextContent;

        Assert.Contains("no verdict", text, StringComparison.Ordinal);
        Assert.Contains("Russian Federation", text, StringComparison.Ordinal);
        Assert.Contains("swentr.site", text, StringComparison.Ordinal);
        Assert.Contains("Cooperation agreement", text, StringComparison.Ordinal);
        Assert.Contains("This site does not link to it.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/claims/C-NOWHERE")]
    [InlineData("/outlets/O-NOWHERE")]
    [InlineData("/agreements/A-NOWHERE")]
    [InlineData("/sources/D-NOWHERE")]
    public async Task What_is_not_on_record_leads_to_the_search(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await ParseAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotNull(page.QuerySelector("form[role=search] input[name=q]"));
    }

    [Fact]
    public async Task Typing_brings_the_results_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/claims?q=生物武&kind=claim");
        request.Headers.Add("HX-Request", "true");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Contains("/claims/C-BIOLABS", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_never_markup()
    {
        var page = await OpenAsync("/claims?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.Equal("\"><script>alert(1)</script>", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_map_holds_the_same_as_its_tables()
    {
        var map = JsonNode.Parse(await _client.GetStringAsync("/map.json", TestContext.Current.CancellationToken))!;
        var page = await OpenAsync("/map");

        var edges = map["edges"]!.AsArray();
        Assert.Equal(edges.Count, page.QuerySelectorAll("tbody tr").Length);
        var places = map["nodes"]!.AsArray().Select(node => ((int)node!["x"]!, (int)node["y"]!)).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(edges, edge => Assert.NotEmpty(edge!["evidence"]!.AsArray()));
        Assert.Equal(map.ToJsonString(), JsonNode.Parse(await _client.GetStringAsync("/map.json", TestContext.Current.CancellationToken))!.ToJsonString());
        Assert.StartsWith("<svg", await _client.GetStringAsync("/map.svg?language=uk", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => _client.Dispose();

    private async Task<IDocument> OpenAsync(string path) => await ParseAsync(await _client.GetStringAsync(path, TestContext.Current.CancellationToken));

    private static Task<IDocument> ParseAsync(string html) => BrowsingContext.New().OpenAsync(request => request.Content(html));
}
