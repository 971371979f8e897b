using System.Net;
using System.Text;
using BotHost.Store.Accounts;
using FactChecking.Curation.DeskImports;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.OutletDrafts;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk;

public sealed class DraftsTests : ExchangeTest
{
    private const string Feed = """
        <rss version="2.0"><channel><title>Checkers</title><link>http://127.0.0.1/</link><description>d</description><language>en</language>
        <item><title>No, cats do not play</title><link>http://127.0.0.1/cats</link></item>
        <item><title>Dogs</title><link>http://127.0.0.1/dogs</link></item></channel></rss>
        """;

    [Fact]
    public async Task A_draft_from_a_feed_is_reviewed_and_published_like_any_change_and_another_is_rejected()
    {
        using var editor = await Desk.SignedInAsync(Roles.Editor);
        using var publisher = await Desk.SignedInAsync(Roles.Publisher);
        await Desk.Services.GetRequiredService<DeskImport>().ImportAsync(
            new ImportInput("feed", () => new MemoryStream(Encoding.UTF8.GetBytes(Feed))), new ImportRequest(ExchangeFormat.Feed) { Licence = "CC-BY-4.0" }, "Olena", Cancellation);

        using var accepted = await editor.SendAsync(
            await editor.OpenAsync("/desk/drafts"), "article form", new() { ["claim"] = "Cats play the violin", ["rating"] = "Pants on fire" }, "Accept");
        using var rejected = await editor.SendAsync(await editor.OpenAsync("/desk/drafts"), "article form", [], "Reject");

        var record = accepted.Headers.Location!.OriginalString;
        Assert.StartsWith("/desk/records/imported/", record, StringComparison.Ordinal);
        Assert.Empty(await Desk.Services.GetRequiredService<ImportDraftStore>().ListAsync());
        Assert.DoesNotContain("Cats play the violin", Records(), StringComparison.Ordinal);
        using var published = await publisher.SendAsync(await publisher.OpenAsync(record), "form.decide", [], "Publish");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Pants on fire", Records().Split('\n').Single(line => line.Contains("Cats play the violin", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outlet_of_a_list_opens_as_a_new_record_without_the_lists_words_and_another_is_discarded()
    {
        var list = Folder.File("list.csv");
        await File.WriteAllTextAsync(list, "Threat Actor,Domain,Name,Source\nBad people,one.example,One,Somebody\nBad people,two.example,Two,Somebody\n", Cancellation);
        var drafts = Desk.Services.GetRequiredService<OutletDraftStore>();
        await drafts.ImportAsync(list, null);
        using var editor = await Desk.SignedInAsync(Roles.Editor);

        var page = await editor.OpenAsync("/desk/drafts");
        var open = page.QuerySelector("a[role=button]")!.GetAttribute("href")!;
        var form = await editor.OpenAsync(open);
        Assert.Equal("one.example", form.QuerySelector("[name='f:domains[0]']")!.GetAttribute("value"));
        Assert.DoesNotContain("Bad people", form.DocumentElement.TextContent, StringComparison.Ordinal);
        using var saved = await editor.PostAsync(open, new() { ["f:id"] = "O-ONE", ["Reason"] = "From a list", ["do"] = "save" }, "form.record");
        Assert.Equal("/desk/records/entities/O-ONE", saved.Headers.Location!.OriginalString);
        Assert.Equal("Two", Assert.Single(await drafts.ListAsync()).Name);

        using var discarded = await editor.SendAsync(await editor.OpenAsync("/desk/drafts"), "article form", [], "Discard");
        Assert.Empty(await drafts.ListAsync());
    }

    [Fact]
    public async Task A_reader_sees_no_drafts()
    {
        using var reader = await Desk.SignedInAsync(Roles.Reader);

        using var response = await reader.Http.GetAsync("/desk/drafts", Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
