using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using FactChecking.Curation.DeskImports;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk.Records;

public sealed class ImportedRecordTests : ExchangeTest
{
    private const string Id = "An id, with / signs";

    private static readonly string Page = $"/desk/records/{RecordKey.OfImported(Id)}";

    [Fact]
    public async Task A_correction_is_saved_reviewed_published_and_told()
    {
        using var editor = await Desk.SignedInAsync(Roles.Editor);
        using var publisher = await Desk.SignedInAsync(Roles.Publisher);
        await ImportAsync("Flase");
        var found = await editor.OpenAsync("/desk/records?q=violin");
        Assert.Equal(Page, found.QuerySelector("#found a")!.GetAttribute("href"));

        using var saved = await editor.PostAsync(Page, new() { ["f:rating"] = "False", ["Reason"] = "A slip of the table", ["do"] = "save" }, "form.record");
        using var own = await publisher.SendAsync(await publisher.OpenAsync(Page), "form.decide", new() { ["Correction"] = "The rating was misspelt." }, "Publish");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.StatusCode, own.StatusCode));
        Assert.Contains("\"rating\":\"False\"", Line(), StringComparison.Ordinal);
        Assert.Contains(Id, (await publisher.OpenAsync("/corrections")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var history = await editor.OpenAsync($"{Page}/history");
        Assert.Equal(["editor", "import"], history.QuerySelectorAll("tbody tr td:nth-child(3)").Select(cell => cell.TextContent));
        // Importing it again would undo that, and says so.
        var preview = await Desk.Services.GetRequiredService<DeskImport>().PreviewAsync(Table("Flase"), Request, Cancellation);
        Assert.Contains(preview.Notes, note => note.Contains("would undo", StringComparison.Ordinal) && note.Contains(Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_has_a_public_page_and_a_place_in_the_API_whatever_its_id_holds()
    {
        using var reader = await Desk.SignedInAsync(Roles.Editor);
        await ImportAsync("False");
        var found = await reader.OpenAsync("/claims?q=violin");

        var page = await reader.OpenAsync(found.QuerySelector("main a[href^='/claims/']")!.GetAttribute("href")!);
        using var json = await reader.Http.GetAsync($"/api/v1/claims/{Uri.EscapeDataString(Id)}", Cancellation);

        Assert.Contains("violin", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Contains(Id, await json.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_second_sees_both_and_a_site_that_poses_is_refused()
    {
        using var one = await Desk.SignedInAsync(Roles.Editor, "one");
        using var two = await Desk.SignedInAsync(Roles.Editor, "two");
        await ImportAsync("False");
        var both = await two.OpenAsync(Page);
        using var first = await one.PostAsync(Page, new() { ["f:title"] = "Cats play the viola", ["Reason"] = "first", ["do"] = "save" }, "form.record");

        using var second = await two.SendAsync(both, "form.record", new() { ["f:title"] = "Cats play the cello", ["Reason"] = "second", ["do"] = "save" });

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var conflict = await DeskBrowser.PageAsync(second);
        Assert.Contains("viola", conflict.QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("cello", conflict.QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
        using var posing = await one.PostAsync(Page, new() { ["f:url"] = "https://waronfakes.com/cats", ["Reason"] = "third", ["do"] = "save" }, "form.record");
        Assert.Contains("poses as a fact-checker", (await one.OpenAsync(Page)).QuerySelector("[aria-labelledby=faults]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_withdrawn_is_taken_out_and_can_come_back()
    {
        using var editor = await Desk.SignedInAsync(Roles.Editor);
        using var publisher = await Desk.SignedInAsync(Roles.Publisher);
        await ImportAsync("False");
        var before = Line();

        using var asked = await editor.SendAsync(await editor.OpenAsync(Page), "form.record", new() { ["Reason"] = "Withdrawn by its publisher" }, "TakeOut");
        using var gone = await publisher.SendAsync(await publisher.OpenAsync(Page), "form.decide", [], "Publish");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (asked.StatusCode, gone.StatusCode));
        Assert.DoesNotContain("violin", Records(), StringComparison.Ordinal);

        var first = (await Desk.Services.GetRequiredService<RevisionStore>().HistoryAsync(RecordKey.OfImported(Id)))[^1];
        using var restored = await editor.PostAsync($"{Page}/history?compare={first.Number}", [], "main form");
        using var back = await publisher.SendAsync(await publisher.OpenAsync(Page), "form.decide", [], "Publish");
        Assert.Equal(before, Line());
    }

    private static readonly ImportRequest Request = new(ExchangeFormat.Csv) { Source = "Checkers", Licence = "CC-BY-4.0" };

    private static ImportInput Table(string rating) => new(
        "table.csv", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"id,title,url,rating,text\n\"{Id}\",Cats play the violin,https://checkers.example/cats,{rating},A video was cut.\n")));

    private Task ImportAsync(string rating) => Desk.Services.GetRequiredService<DeskImport>().ImportAsync(Table(rating), Request, "Olena", Cancellation);

    private string Line() => Records().Split('\n').Single(line => line.Contains(Id, StringComparison.Ordinal));
}
