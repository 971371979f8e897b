using System.Net;
using BotHost.Tests.Support;
using FactChecking.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Pages;

public sealed class FaultPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_failure_is_logged_by_its_kind_and_place_without_the_words_of_the_message()
    {
        await using var host = await RunningHost.StartAsync(_folder.File("knowledge.db"));
        var page = await host.OpenAsync();
        host.Services.GetRequiredService<KnowledgeBase>().Dispose();

        var failed = await page.SendAsync("Polls show that only 20% of Ukrainians want to join NATO Zyxwvut");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains("Something went wrong here", failed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(host.Log.Lines, line => line.Contains("A request failed:", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("Zyxwvut", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
