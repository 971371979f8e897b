using System.Net;
using AngleSharp.Html.Dom;
using BotHost.Store.Accounts;
using BotHost.Store.Submissions;
using BotHost.Tests.Support;
using FactChecking.Curation.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk.Records;

public sealed class EditTests : IAsyncLifetime
{
    private const string Form = "form.record";

    private readonly TemporaryFolder _folder = new();
    private DeskApplication _desk = null!; // InitializeAsync runs first

    public async ValueTask InitializeAsync()
    {
        DataCopy.To(_folder.File("data"));
        _desk = await DeskApplication.StartAsync(_folder, knowledge: _folder.File("knowledge.db"), dataFolder: _folder.File("data"));
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_new_record_is_saved_as_a_draft_and_shown()
    {
        using var browser = await _desk.SignedInAsync(Roles.Editor);

        using var saved = await browser.PostAsync("/desk/records/documents/new", new()
        {
            ["f:id"] = "D-NEW",
            ["f:title"] = "A page",
            ["f:publisher"] = "Somebody",
            ["f:published"] = "2026",
            ["f:language"] = "en",
            ["f:kind"] = "debunk",
            ["f:seen"] = "direct",
            ["Reason"] = "found today",
            ["do"] = "save",
        }, Form);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("/desk/records/documents/D-NEW", saved.Headers.Location!.OriginalString);
        var page = await browser.OpenAsync("/desk/records/documents/D-NEW");
        Assert.Contains("Not published yet", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_a_record_and_changes_nothing()
    {
        using var reader = await _desk.SignedInAsync(Roles.Reader);
        var page = await reader.OpenAsync("/desk/records/claims/C-NATO20");
        Assert.Null(page.QuerySelector("button[value=save]"));

        foreach (var handler in new[] { "", "?handler=Submit", "?handler=Publish", "?handler=Return", "?handler=Discard", "?handler=TakeOut" })
        {
            using var response = await reader.Http.PostAsync(
                $"/desk/records/claims/C-NATO20{handler}", await ContentAsync(reader, new() { ["do"] = "save", ["number"] = "1", ["Reason"] = "x" }), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Forbidden, handler), (response.StatusCode, handler));
        }
        Assert.Empty(await _desk.Services.GetRequiredService<RevisionStore>().LatestAsync(null, 10));
    }

    [Fact]
    public async Task An_editor_cannot_publish_and_an_author_cannot_publish_what_is_theirs()
    {
        using var editor = await _desk.SignedInAsync(Roles.Editor, "Anna");
        using var publisher = await _desk.SignedInAsync(Roles.Publisher, "Boris");
        var number = await SaveAsync(editor, "Anna was here");

        using var byEditor = await editor.Http.PostAsync(Event + "?handler=Publish", await ContentAsync(editor, new() { ["number"] = number }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, byEditor.StatusCode);
        number = await SaveAsync(publisher, "Boris was here, too");
        using var byAuthor = await publisher.PostAsync(Event + "?handler=Publish", new() { ["number"] = number }, "form.decide");
        Assert.Contains("Somebody else has to publish it", (await DeskBrowser.PageAsync(byAuthor)).QuerySelector("#problem")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_in_every_field_stay_words()
    {
        const string Attack = "</script></textarea>\"'><script>window.hacked=1</script><img src=x onerror=hacked=1>";
        using var editor = await _desk.SignedInAsync(Roles.Editor, "Anna");
        using var publisher = await _desk.SignedInAsync(Roles.Publisher, "Boris");
        var form = await editor.OpenAsync("/desk/records/claims/C-NATO20");
        var fields = form.QuerySelectorAll("form.record textarea").ToDictionary(area => area.GetAttribute("name")!, string? (_) => Attack);
        Assert.True(fields.Count > 50);
        fields["Reason"] = Attack;
        fields["do"] = "save";
        using (await editor.PostAsync("/desk/records/claims/C-NATO20", fields, Form)) { }
        await _desk.Services.GetRequiredService<SubmissionStore>().AddAsync(new SubmissionText(Attack, "en"));
        var number = $"{(await _desk.Services.GetRequiredService<RevisionStore>().OpenAsync()).Single().Number}";

        using (await publisher.PostAsync("/desk/records/claims/C-NATO20?handler=Publish", new() { ["number"] = number, ["Correction"] = Attack, ["PublishAnyway"] = "true" }, "form.decide")) { }

        Assert.Empty(await _desk.Services.GetRequiredService<RevisionStore>().OpenAsync());
        using var tried = await editor.PostAsync("/desk/try", new() { ["Message"] = Attack });
        AssertHarmless("/desk/try", await DeskBrowser.PageAsync(tried));
        foreach (var path in new[]
        {
            "/desk", "/desk/reviews", "/desk/records?q=hacked", "/desk/records/claims/C-NATO20", "/desk/records/claims/C-NATO20?asText=true",
            "/desk/records/claims/C-NATO20/history", $"/desk/records/claims/C-NATO20/history?compare={number}", "/corrections", "/claims?q=hacked", "/claims/C-NATO20", "/map",
        })
        {
            var page = await editor.OpenAsync(path);
            AssertHarmless(path, page);
        }
        Assert.Contains("onerror=hacked", (await editor.OpenAsync("/claims/C-NATO20")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_that_breaks_a_test_message_is_warned_of_first()
    {
        using var editor = await _desk.SignedInAsync(Roles.Editor, "Anna");
        using var publisher = await _desk.SignedInAsync(Roles.Publisher, "Boris");
        using (await editor.PostAsync("/desk/records/claims/C-NATO20", new()
        {
            ["f:test_messages[0].text"] = "Hot lemon water cures diabetes",
            ["f:test_messages[0].expect"] = "match",
            ["Reason"] = "a test",
            ["do"] = "save",
        }, Form)) { }
        var number = $"{(await _desk.Services.GetRequiredService<RevisionStore>().OpenAsync()).Single().Number}";

        using var warned = await publisher.PostAsync("/desk/records/claims/C-NATO20?handler=Publish", new() { ["number"] = number }, "form.decide");

        Assert.Contains("should lead to C-NATO20, but leads to nothing", (await DeskBrowser.PageAsync(warned)).QuerySelector("form.decide")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await _desk.Services.GetRequiredService<RevisionStore>().OpenAsync());
    }

    [Fact]
    public async Task A_claim_that_is_on_record_already_is_warned_of()
    {
        using var editor = await _desk.SignedInAsync(Roles.Editor);

        using var response = await editor.PostAsync("/desk/records/claims/new", new()
        {
            ["f:id"] = "C-AGAIN",
            ["f:text.en"] = "Only one in five Ukrainians supports joining NATO",
            ["Reason"] = "new",
            ["do"] = "check",
        }, Form);

        var warning = (await DeskBrowser.PageAsync(response)).QuerySelector("section.warning")!;
        Assert.Contains("C-NATO20", warning.TextContent, StringComparison.Ordinal);
    }

    private const string Event = "/desk/records/events/E-2022-02-24-INV";

    private static void AssertHarmless(string path, IHtmlDocument page)
    {
        var foreign = page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [onerror], img[src=x]");
        Assert.True(foreign.Length == 0, $"{path}: {string.Join(' ', foreign.Select(element => element.OuterHtml))}");
    }

    private async Task<string> SaveAsync(DeskBrowser browser, string note)
    {
        using var saved = await browser.PostAsync(Event, new() { ["f:note"] = note, ["Reason"] = "a test", ["do"] = "save" }, Form);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return $"{(await _desk.Services.GetRequiredService<RevisionStore>().OpenAsync()).Single().Number}";
    }

    // With a good token: it is the role that refuses.
    private static async Task<FormUrlEncodedContent> ContentAsync(DeskBrowser browser, Dictionary<string, string> fields) => new(fields.Append(new(
        "__RequestVerificationToken", (await browser.OpenAsync("/desk/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)));
}
