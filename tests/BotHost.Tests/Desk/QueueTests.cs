using System.Net;
using BotHost.Store.Accounts;
using BotHost.Store.Submissions;
using BotHost.Tests.Support;
using FactChecking.Curation.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk;

public sealed class QueueTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DeskApplication _desk = null!; // InitializeAsync runs first

    private SubmissionStore PassedOn => _desk.Services.GetRequiredService<SubmissionStore>();

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
    public async Task A_text_that_is_a_claim_on_record_is_proposed_and_confirmed_and_its_wording_becomes_a_draft()
    {
        const string Text = "they say a mere fifth of Ukraine's people would vote for joining NATO";
        await PassedOn.AddAsync(new SubmissionText(Text, "en"));
        using var editor = await _desk.SignedInAsync(Roles.Editor);
        var page = await editor.OpenAsync("/desk");
        Assert.Contains("C-NATO20", page.QuerySelector("article.cluster details.proposed")!.TextContent, StringComparison.Ordinal);

        using var decided = await editor.PostAsync("/desk", new() { ["decision"] = "claim", ["claim"] = "C-NATO20", ["text"] = Text }, "article.cluster form");

        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Empty(await PassedOn.UndecidedAsync());
        var draft = Assert.Single(await _desk.Services.GetRequiredService<RevisionStore>().OpenAsync());
        Assert.Equal("C-NATO20", draft.RecordId);
        Assert.Contains(Text, draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spam")]
    [InlineData("opinion")]
    [InlineData("not_a_claim")]
    public async Task What_is_no_claim_leaves_the_queue_for_good(string decision)
    {
        await PassedOn.AddAsync(new SubmissionText("Buy cheap watches at our wonderful new shop", "en"));
        using var editor = await _desk.SignedInAsync(Roles.Editor);

        using (await editor.PostAsync("/desk", new() { ["decision"] = decision, ["claim"] = null, ["text"] = null }, "article.cluster form")) { }

        await PassedOn.AddAsync(new SubmissionText("Buy cheap watches at our wonderful new shop", "en"));
        Assert.Empty(await PassedOn.UndecidedAsync());
    }

    [Fact]
    public async Task A_claim_that_is_not_on_record_is_no_decision()
    {
        await PassedOn.AddAsync(new SubmissionText("A text that nobody knows yet", "en"));
        using var editor = await _desk.SignedInAsync(Roles.Editor);

        using var response = await editor.PostAsync("/desk", new() { ["decision"] = "claim", ["claim"] = "C-NOWHERE" }, "article.cluster form");

        Assert.Contains("no claim C-NOWHERE", (await DeskBrowser.PageAsync(response)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await PassedOn.UndecidedAsync());
    }

    [Fact]
    public async Task A_reader_sees_the_queue_and_decides_nothing()
    {
        await PassedOn.AddAsync(new SubmissionText("A text that nobody knows yet", "en"));
        using var reader = await _desk.SignedInAsync(Roles.Reader);
        var page = await reader.OpenAsync("/desk");
        Assert.NotNull(page.QuerySelector("article.cluster"));
        Assert.Null(page.QuerySelector("article.cluster form"));

        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var response = await reader.Http.PostAsync(
            "/desk?handler=Decide",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["decision"] = "spam", ["numbers"] = "1" }),
            TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Single(await PassedOn.UndecidedAsync());
    }
}
