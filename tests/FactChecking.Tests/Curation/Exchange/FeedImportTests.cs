using System.Net;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FactChecking.Tests.Curation.Exchange;

public sealed class FeedImportTests
{
    private const string Rss = """
        <?xml version="1.0"?>
        <rss version="2.0"><channel><title>Checkers</title><link>https://checkers.org/</link><description>d</description><language>en</language>
        <item><title>No, cats do not play the violin</title><link>https://www.checkers.org/cats?utm_source=rss</link><description>&lt;p&gt;A &lt;b&gt;video&lt;/b&gt; was cut.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item>
        <item><title>Dogs</title><link>https://checkers.org/dogs</link></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Checkers</title><id>urn:x</id><updated>2025-03-04T10:00:00Z</updated>
        <link href="https://checkers.org/"/><link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/"/>
        <entry><title>Коти не грають на скрипці, це неправда</title><id>urn:y</id><updated>2025-03-04T10:00:00Z</updated><link href="https://checkers.org/cats"/></entry></feed>
        """;

    private static readonly ImportRequest Feed = new(ExchangeFormat.Feed) { Licence = "CC-BY-4.0" };

    private static (string, string) Allowed(string hosts = "checkers.org") => ("Exchange:FeedHosts", hosts);

    [Fact]
    public async Task Entries_become_drafts_that_no_answer_is_made_from_until_accepted()
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync(Allowed());
        var (feeds, drafts) = (bench.Get<FeedImport>(), bench.Get<ImportDraftStore>());
        var claims = bench.Generation.Claims;

        Assert.Equal(2, (await feeds.ImportAsync(ExchangeBench.Text(Rss), Feed, ExchangeBench.Cancellation)).Stored);

        Assert.Equal(claims, bench.Generation.Claims);
        var draft = (await drafts.ListAsync())[0];
        Assert.Equal(
            ("No, cats do not play the violin", "A video was cut.", "2025-03-04", "en", "Checkers", "CC-BY-4.0"),
            (draft.Title, draft.Summary, draft.Published, draft.Language, draft.Publisher, draft.Licence));

        await feeds.AcceptAsync(draft, "Cats play the violin", "Fake", ExchangeBench.Cancellation);

        var record = bench.Records()[^1];
        Assert.Equal(
            ("Cats play the violin", "No, cats do not play the violin", "Fake", "Checkers", "Checkers", "CC-BY-4.0"),
            (record.Title, record.Headline, record.Rating, record.Publisher, record.Source, record.Licence));
        Assert.Equal("Dogs", Assert.Single(await drafts.ListAsync()).Title);
    }

    [Fact]
    public async Task What_was_dealt_with_does_not_come_again()
    {
        await using var bench = await ExchangeBench.CreateAsync(Allowed());
        var (feeds, drafts) = (bench.Get<FeedImport>(), bench.Get<ImportDraftStore>());
        await feeds.ImportAsync(ExchangeBench.Text(Rss), Feed, ExchangeBench.Cancellation);
        Assert.True(await drafts.RejectAsync((await drafts.ListAsync())[0].Number));

        var preview = await feeds.PreviewAsync(ExchangeBench.Text(Rss.Replace("Dogs", "Dogs!", StringComparison.Ordinal)), Feed, ExchangeBench.Cancellation);
        var outcome = await feeds.ImportAsync(ExchangeBench.Text(Rss.Replace("Dogs", "Dogs!", StringComparison.Ordinal)), Feed, ExchangeBench.Cancellation);

        Assert.Equal((1, 1), (preview.CountOf(PreviewKind.Same), preview.CountOf(PreviewKind.Changed)));
        Assert.Equal(new FieldChange("title", "Dogs", "Dogs!"), Assert.Single(Assert.Single(preview.Entries).Changes));
        Assert.Equal((1, 1), (outcome.Stored, outcome.Repeated));
        Assert.Equal("Dogs!", Assert.Single(await drafts.ListAsync()).Title);
        Assert.False(await drafts.RejectAsync(1));
    }

    [Fact]
    public async Task An_Atom_feed_brings_its_own_licence_and_its_language_is_told_from_its_words()
    {
        await using var bench = await ExchangeBench.CreateAsync(Allowed());

        await bench.Get<FeedImport>().ImportAsync(ExchangeBench.Text(Atom), new ImportRequest(ExchangeFormat.Feed), ExchangeBench.Cancellation);

        var draft = Assert.Single(await bench.Get<ImportDraftStore>().ListAsync());
        Assert.Equal(("CC-BY-ND-4.0", "uk"), (draft.Licence, draft.Language));
    }

    [Theory]
    [InlineData("", Rss, "checkers.org is not among the publishers")]
    [InlineData("org", "<rss version=\"2.0\"><channel><title>t</title><link>https://evil.example/</link><description/></channel></rss>", "evil.example is not among the publishers")]
    [InlineData("kers.org", Rss, "checkers.org is not among the publishers")]
    [InlineData("checkers.org", "<rss version=\"2.0\"><channel><title>t</title><link>https://checkers.org/</link><description/><item><title>x</title><link>https://evil.example/1</link></item></channel></rss>", "item 1: link: evil.example is not among the publishers")]
    [InlineData("checkers.org", "<rss version=\"2.0\"><channel><title>t</title><description/></channel></rss>", "does not say whose it is")]
    [InlineData("checkers.org", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel><title>&x;</title><link>https://checkers.org/</link></channel></rss>", "document type")]
    [InlineData("checkers.org", "<html></html>", "neither RSS 2.0 nor Atom 1.0")]
    [InlineData("checkers.org", "no markup", "neither RSS 2.0 nor Atom 1.0")]
    [InlineData("waronfakes.com", "<rss version=\"2.0\"><channel><title>t</title><link>https://waronfakes.com/</link><description/><item><title>x</title><link>https://waronfakes.com/1</link></item></channel></rss>", "poses as a fact-checker")]
    public async Task What_is_not_a_feed_of_an_allowed_publisher_is_refused(string hosts, string feed, string told)
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync(Allowed(hosts));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Get<FeedImport>().ImportAsync(ExchangeBench.Text(feed), Feed, ExchangeBench.Cancellation));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.Get<ImportDraftStore>().ListAsync());
    }

    [Fact]
    public async Task A_feed_is_fetched_from_its_address()
    {
        await using var site = await SiteAsync(context => context.Response.WriteAsync(Rss));
        await using var bench = await ExchangeBench.CreateAsync(Allowed("127.0.0.1 checkers.org"));

        var input = await bench.Get<FeedDownload>().GetAsync(new Uri(site.Urls.First()), ExchangeBench.Cancellation);

        Assert.Equal(2, (await bench.Get<FeedImport>().ImportAsync(input, Feed, ExchangeBench.Cancellation)).Stored);
    }

    [Fact]
    public async Task A_redirect_leads_to_no_host_that_is_not_allowed()
    {
        await using var site = await SiteAsync(context =>
        {
            context.Response.Redirect("http://localhost:1/secret");
            return Task.CompletedTask;
        });
        await using var bench = await ExchangeBench.CreateAsync(Allowed("127.0.0.1"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Get<FeedDownload>().GetAsync(new Uri(site.Urls.First()), ExchangeBench.Cancellation));

        Assert.Contains("localhost is not among the publishers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_does_not_end_is_cut_off()
    {
        await using var site = await SiteAsync(async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        await using var bench = await ExchangeBench.CreateAsync(Allowed("127.0.0.1"), ("Exchange:FeedMegabytes", "1"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Get<FeedDownload>().GetAsync(new Uri(site.Urls.First()), ExchangeBench.Cancellation));

        Assert.Contains("larger than 1 MB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_does_not_come_is_given_up()
    {
        await using var site = await SiteAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var bench = await ExchangeBench.CreateAsync(Allowed("127.0.0.1"), ("Exchange:FeedSeconds", "1"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Get<FeedDownload>().GetAsync(new Uri(site.Urls.First()), ExchangeBench.Cancellation));

        Assert.Contains("took longer than 1 s", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.org/feed", "elsewhere.org is not among the publishers")]
    [InlineData("http://checkers.org/feed", "is not encrypted")]
    public async Task Nothing_is_asked_of_an_address_that_may_not_be_fetched(string address, string told)
    {
        await using var bench = await ExchangeBench.CreateAsync(Allowed());

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Get<FeedDownload>().GetAsync(new Uri(address), ExchangeBench.Cancellation));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> SiteAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var site = builder.Build();
        site.Run(answer);
        await site.StartAsync(ExchangeBench.Cancellation);
        return site;
    }
}
