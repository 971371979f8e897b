using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using BotHost.Tests.Support;

namespace BotHost.Tests.Pages.Public;

public sealed class PublicAddressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Pages_name_their_public_address()
    {
        var settings = _folder.File("settings.json");
        await File.WriteAllTextAsync(settings, """{"Pages": {"PublicAddress": "https://facts.example/"}}""", TestContext.Current.CancellationToken);
        await using var host = await RunningHost.StartAsync(_folder.File("knowledge.db"), settingsFile: settings);

        var claim = await OpenAsync(host, "/claims/C-NATO20?language=uk&from=somewhere");

        Assert.Equal("https://facts.example/claims/C-NATO20?language=uk", Canonical(claim));
        Assert.Equal("https://facts.example/claims/C-NATO20", (string?)JsonNode.Parse(claim.QuerySelector("script[type='application/ld+json']")!.TextContent)!["@id"]);
        Assert.Equal("https://facts.example/claims", Canonical(await OpenAsync(host, "/claims")));
        Assert.Null(Canonical(await OpenAsync(host, "/claims?q=nato")));
    }

    public void Dispose() => _folder.Dispose();

    private static string? Canonical(IDocument page) => page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static Task<IDocument> OpenAsync(RunningHost host, string path) =>
        BrowsingContext.New(Configuration.Default.WithDefaultLoader()).OpenAsync(new Uri(host.Address, path).AbsoluteUri);
}
