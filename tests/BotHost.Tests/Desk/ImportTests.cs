using System.Net;
using System.Text;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Exchange.Archives;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk;

public sealed class ImportTests : ExchangeTest
{
    private static readonly byte[] Table = Encoding.UTF8.GetBytes("""
        id,what,link,verdict
        K-1,Cats play the violin,https://checkers.example/cats,False
        K-2,Dogs play the cello,https://checkers.example/dogs,False
        """);

    [Fact]
    public async Task A_table_is_looked_at_mapped_and_then_imported_by_a_publisher_and_noted()
    {
        using var browser = await Desk.SignedInAsync(Roles.Publisher);

        var first = await PreviewAsync(browser, ExchangeFormat.Csv, "checks.csv", Table);
        // Nothing says what was checked; what could be guessed is.
        Assert.Contains("no column says what was checked", first.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("link", first.QuerySelector("#column-url option[selected]")!.GetAttribute("value"));
        Assert.Null(first.QuerySelector(ImportForm));
        using var again = await browser.SendAsync(first, PreviewForm, new() { ["c:title"] = "what" });
        var second = await DeskBrowser.PageAsync(again);
        Assert.Equal(2, second.QuerySelectorAll("#entries tbody tr").Length);
        Assert.DoesNotContain("Cats play the violin", Records(), StringComparison.Ordinal);

        using var imported = await browser.SendAsync(second, ImportForm, []);

        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);
        Assert.Contains("Cats play the violin", Records(), StringComparison.Ordinal);
        var page = await browser.OpenAsync(imported.Headers.Location!.OriginalString);
        Assert.Contains("checks.csv is imported: 2 stored", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("publisherchecks.csvcsv200", string.Concat(page.QuerySelectorAll("[aria-labelledby=notes] tbody td").Skip(1).Select(cell => cell.TextContent)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Folder.File("bot.db.uploads")));
    }

    [Fact]
    public async Task An_editor_may_look_and_not_import_and_a_reader_neither()
    {
        using var editor = await Desk.SignedInAsync(Roles.Editor);
        using var reader = await Desk.SignedInAsync(Roles.Reader);
        var page = await PreviewAsync(editor, ExchangeFormat.Csv, "checks.csv", Encoding.UTF8.GetBytes("title,url\nCats play the violin,https://checkers.example/cats\n"));

        Assert.Null(page.QuerySelector(ImportForm));
        using var forced = await editor.SendAsync(page, PreviewForm, []);
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.QuerySelector($"{PreviewForm} [name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Token"] = page.QuerySelector("[name=Token]")!.GetAttribute("value")!,
            ["Format"] = ExchangeFormat.Csv,
        };
        using var imported = await editor.Http.PostAsync("/desk/import?handler=Import", new FormUrlEncodedContent(fields), Cancellation);
        using var looked = await reader.Http.GetAsync("/desk/import", Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (imported.StatusCode, looked.StatusCode));
        Assert.DoesNotContain("Cats play the violin", Records(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_its_sessions_alone()
    {
        using var one = await Desk.SignedInAsync(Roles.Publisher);
        using var other = await Desk.SignedInAsync(Roles.Publisher, "Marko");
        var page = await PreviewAsync(one, ExchangeFormat.Csv, "checks.csv", Encoding.UTF8.GetBytes("title,url\nCats play the violin,https://checkers.example/cats\n"));
        var own = await PreviewAsync(other, ExchangeFormat.Csv, "mine.csv", Encoding.UTF8.GetBytes("title,url\nDogs,https://checkers.example/dogs\n"));

        using var imported = await other.SendAsync(own, ImportForm, new() { ["Token"] = page.QuerySelector("[name=Token]")!.GetAttribute("value") });

        Assert.Contains("not kept any more", (await DeskBrowser.PageAsync(imported)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Cats play the violin", Records(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_far_too_large_is_refused_and_the_limit_is_told()
    {
        using var browser = await Desk.SignedInAsync(Roles.Publisher);

        using var response = await browser.UploadAsync("/desk/import", new() { ["Format"] = ExchangeFormat.ClaimReview }, "large.json", new byte[50 * 1024 * 1024], PreviewForm);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("larger than 25 MB", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await browser.OpenAsync("/desk/import");
    }

    [Fact]
    public async Task Json_that_is_nested_too_deep_is_refused()
    {
        using var browser = await Desk.SignedInAsync(Roles.Publisher);
        var nested = new string('[', 100_000) + new string(']', 100_000);

        var page = await PreviewAsync(browser, ExchangeFormat.ClaimReview, "nested.json", Encoding.UTF8.GetBytes($$"""{"@type":"ClaimReview","url":{{nested}}}"""));

        Assert.NotNull(page.QuerySelector("[role=alert] li"));
        Assert.Null(page.QuerySelector(ImportForm));
    }

    [Fact]
    public async Task What_poses_as_a_fact_checker_is_refused_and_scripts_are_text()
    {
        using var browser = await Desk.SignedInAsync(Roles.Publisher);

        var page = await PreviewAsync(browser, ExchangeFormat.Csv, "<script>alert(1)<script>.csv", Encoding.UTF8.GetBytes(
            "title,url\n<script>alert(2)</script>,https://checkers.example/cats\nCats,https://waronfakes.com/cats\n"));

        Assert.Contains("poses as a fact-checker", page.QuerySelector("#entries")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(2)</script>", page.QuerySelector("#entries")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Null(page.QuerySelector(ImportForm));
    }

    [Fact]
    public async Task A_feed_of_an_allowed_host_becomes_drafts_as_it_was_looked_at()
    {
        var asked = 0;
        await using var site = await SiteAsync(context =>
        {
            asked++;
            return context.Response.WriteAsync($"""
                <rss version="2.0"><channel><title>Checkers</title><link>http://{context.Request.Host}/</link><description>d</description><language>en</language>
                <item><title>No, cats do not play</title><link>http://{context.Request.Host}/cats</link></item></channel></rss>
                """);
        });
        using var browser = await Desk.SignedInAsync(Roles.Publisher);

        using var looked = await browser.PostAsync("/desk/import", new() { ["Format"] = ExchangeFormat.Feed, ["Address"] = $"{site.Urls.First()}/feed", ["Licence"] = "CC-BY-4.0" }, PreviewForm);
        using var elsewhere = await browser.PostAsync("/desk/import", new() { ["Format"] = ExchangeFormat.Feed, ["Address"] = "https://elsewhere.example/feed", ["Licence"] = "CC-BY-4.0" }, PreviewForm);
        using var imported = await browser.SendAsync(await DeskBrowser.PageAsync(looked), ImportForm, []);

        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);
        Assert.Equal(1, asked);
        Assert.Equal("No, cats do not play", Assert.Single(await Desk.Services.GetRequiredService<ImportDraftStore>().ListAsync()).Title);
        Assert.Contains("not among the publishers", (await DeskBrowser.PageAsync(elsewhere)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_data_files_show_in_the_history_of_their_records()
    {
        var other = DataCopy.To(Folder.File("other"));
        var file = Path.Combine(other, "quality_flags", "QF-01.yaml");
        await File.AppendAllTextAsync(file, "# a note\n", Cancellation);
        using var archive = new MemoryStream();
        DataExport.Write(other, archive);
        using var browser = await Desk.SignedInAsync(Roles.Publisher);

        var page = await PreviewAsync(browser, ExchangeFormat.Data, "data.zip", archive.ToArray());
        using var imported = await browser.SendAsync(page, ImportForm, []);

        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);
        var history = await Desk.Services.GetRequiredService<RevisionStore>().HistoryAsync(new RecordKey("quality_flags", "QF-01"));
        Assert.Equal([("publisher", RevisionState.Published), ("data folder", RevisionState.Published)], history.Select(revision => (revision.Author, revision.State)));
        Assert.EndsWith("# a note\n", history[0].Text, StringComparison.Ordinal);
        Assert.Equal(history[0].Text, await File.ReadAllTextAsync(Path.Combine(Folder.File("data"), "quality_flags", "QF-01.yaml"), Cancellation));
        Assert.Equal(2, (await Desk.Services.GetRequiredService<RevisionStore>().LatestAsync(null, 100)).Count);
    }

    private static async Task<WebApplication> SiteAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var site = builder.Build();
        site.Run(answer);
        await site.StartAsync(Cancellation);
        return site;
    }
}
