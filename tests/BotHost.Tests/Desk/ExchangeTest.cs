using BotHost.Tests.Support;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk;

/// <summary>A desk with records of its own that may be changed, and with a publisher of feeds on loopback.</summary>
public abstract class ExchangeTest : IAsyncLifetime
{
    protected const string PreviewForm = "form#preview";
    protected const string ImportForm = "form#import";

    protected TemporaryFolder Folder { get; } = new();

    protected DeskApplication Desk { get; private set; } = null!; // InitializeAsync runs first

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        DataCopy.To(Folder.File("data"));
        Desk = await DeskApplication.StartAsync(
            Folder, knowledge: Folder.File("knowledge.db"), dataFolder: Folder.File("data"),
            more: new Dictionary<string, string?> { ["Exchange:FeedHosts"] = "127.0.0.1" });
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Looks at a file in this browser.</summary>
    protected static async Task<AngleSharp.Html.Dom.IHtmlDocument> PreviewAsync(
        DeskBrowser browser, string format, string fileName, byte[] file, Dictionary<string, string?>? more = null)
    {
        using var response = await browser.UploadAsync(
            "/desk/import", new(more ?? []) { ["Format"] = format, ["Source"] = "Checkers", ["Licence"] = "CC-BY-4.0" }, fileName, file, PreviewForm);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await DeskBrowser.PageAsync(response);
    }

    /// <summary>The records, as the form "records" has them.</summary>
    protected string Records()
    {
        Desk.Services.GetRequiredService<KnowledgeBase>().MoveOn();
        using var file = new MemoryStream();
        Desk.Services.GetRequiredService<ExchangeExport>().Write(ExchangeFormat.Records, file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }
}
