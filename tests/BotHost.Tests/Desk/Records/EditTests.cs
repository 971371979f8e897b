using System.Net;
using BotHost.Tests.Support;
using FactChecking.Accounts;

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
            ["f:id"] = "D-NEW", ["f:title"] = "A page", ["f:publisher"] = "Somebody", ["f:published"] = "2026", ["f:language"] = "en", ["f:kind"] = "debunk",
            ["f:seen"] = "direct", ["Reason"] = "found today", ["do"] = "save",
        }, Form);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("/desk/records/documents/D-NEW", saved.Headers.Location!.OriginalString);
        var page = await browser.OpenAsync("/desk/records/documents/D-NEW");
        Assert.Contains("Not published yet", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
