using System.Net;
using System.Text.Json;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using FactChecking.Curation.Editing;
using FactChecking.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk.Records;

/// <summary>The model's help on the form of a record.</summary>
public sealed class DraftingTests : IAsyncLifetime
{
    private const string Claim = "/desk/records/claims/C-NATO20";
    private const string Document = "/desk/records/documents/D-MT-POLL";
    private const string Form = "form.record";
    private const string Wording = "RT keeps telling people that a mere 20% in Ukraine back NATO accession";

    private readonly TemporaryFolder _folder = new();
    private ScriptedModel _model = null!; // InitializeAsync runs first

    public async ValueTask InitializeAsync()
    {
        BotHost.Tests.Support.DataCopy.To(_folder.File("data"));
        _model = await ScriptedModel.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_drafted_wording_is_put_into_the_form_marked_and_unsaved_until_a_person_saves_it()
    {
        await using var desk = await StartAsync("openai");
        using var browser = await desk.SignedInAsync(Roles.Editor);
        Says(new { wordings = new[] { new { language = "en", text = Wording }, new { language = "en", text = "Only 10% want into NATO" } } });

        using var response = await browser.PostAsync(Claim, new() { ["do"] = "draft:wordings" }, Form);

        var page = await DeskBrowser.PageAsync(response);
        var field = page.QuerySelectorAll("textarea").Single(area => area.TextContent.Trim() == Wording);
        var path = field.GetAttribute("name")!;
        Assert.Contains("Drafted by the model, not saved", page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent, StringComparison.Ordinal);
        Assert.Equal("drafted", page.QuerySelector($"select[name='{path.Replace(".text", ".origin", StringComparison.Ordinal)}'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector($"select[name='{path.Replace(".text", ".synthetic", StringComparison.Ordinal)}'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("the number 10 is not the claim's", page.QuerySelector("[aria-labelledby=dropped]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await StateAsync(desk))!.Open);

        using var saved = await browser.PostAsync(
            Claim, new() { ["do"] = "save", ["Reason"] = "a wording", [path] = Wording, [path.Replace(".text", ".language", StringComparison.Ordinal)] = "en", [path.Replace(".text", ".form", StringComparison.Ordinal)] = "full", [path.Replace(".text", ".origin", StringComparison.Ordinal)] = "drafted", [path.Replace(".text", ".synthetic", StringComparison.Ordinal)] = "true" }, Form);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var draft = (await StateAsync(desk))!.Open!;
        Assert.Equal((RevisionState.Draft, "editor"), (draft.State, draft.Author));
        Assert.EndsWith($"    origin: drafted\n    synthetic: true\n    text: {Wording}\n", draft.Text![..draft.Text!.IndexOf("evidence:\n  - document: D-SEED", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_stays_with_its_field_when_an_item_before_it_is_taken_out()
    {
        await using var desk = await StartAsync("openai");
        using var browser = await desk.SignedInAsync(Roles.Editor);

        using var response = await browser.PostAsync(Claim, new() { ["Drafted"] = "variants[3].text", ["do"] = "remove:variants[1]" }, Form);

        Assert.Equal("variants[2].text", (await DeskBrowser.PageAsync(response)).QuerySelector("input[name=Drafted]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_summary_goes_into_the_note_of_a_document()
    {
        await using var desk = await StartAsync("openai");
        using var browser = await desk.SignedInAsync(Roles.Editor);
        Says(new { summary = "The document finds 62% support.", quotes = new[] { "reached 62% in February", "fell to 20%" } });

        using var response = await browser.PostAsync(Document, new() { ["do"] = "draft:summary", ["Pasted"] = "Support rose again and\nreached 62% in February." }, Form);

        var page = await DeskBrowser.PageAsync(response);
        Assert.Contains("Drafted by a model: The document finds 62% support. “reached 62% in February”", page.QuerySelector("textarea[name='f:note']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("fell to 20%", page.QuerySelector("[aria-labelledby=dropped]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_and_for_readers_there_is_no_help_and_no_drafting()
    {
        await using var desk = await StartAsync("none");
        using var editor = await desk.SignedInAsync(Roles.Editor);
        var page = await editor.OpenAsync(Claim);

        using var response = await editor.PostAsync(Claim, new() { ["do"] = "draft:wordings" }, Form);

        Assert.Empty(page.QuerySelectorAll("button[value^='draft:']"));
        Assert.Contains("No model is set", (await DeskBrowser.PageAsync(response)).QuerySelector("#problem")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(_model.Requests);
        await using var other = await StartAsync("openai", "other.db");
        using var reader = await other.SignedInAsync(Roles.Reader);
        Assert.Empty((await reader.OpenAsync(Claim)).QuerySelectorAll("button[value^='draft:']"));
    }

    private static Task<RecordState?> StateAsync(DeskApplication desk) =>
        desk.Services.GetRequiredService<RecordEditor>().FindAsync(RecordKey.Of("claims", "C-NATO20")!, TestContext.Current.CancellationToken); // it is on record

    private void Says(object reply) => _model.Says(_ => JsonSerializer.Serialize(reply));

    private Task<DeskApplication> StartAsync(string provider, string database = "bot.db") => DeskApplication.StartAsync(
        _folder, knowledge: _folder.File("knowledge.db"), dataFolder: _folder.File("data"), more: new Dictionary<string, string?>
        {
            ["Bot:Database"] = _folder.File(database),
            ["Model:Provider"] = provider,
            ["Model:Endpoint"] = _model.Endpoint.ToString(),
            ["Model:Name"] = "scripted",
        });
}
