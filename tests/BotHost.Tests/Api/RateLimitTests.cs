using System.Net;
using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests.Api;

public sealed class RateLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_come_back()
    {
        var settings = _folder.File("settings.json");
        await File.WriteAllTextAsync(settings, """{"Api": {"Burst": 3, "PerSecond": 1}}""", TestContext.Current.CancellationToken);
        await using var host = await RunningHost.StartAsync(_folder.File("knowledge.db"), settingsFile: settings);
        using var client = new HttpClient { BaseAddress = host.Address };

        var answers = new List<HttpResponseMessage>();
        for (var call = 0; call < 30; call++)
            answers.Add(await client.GetAsync("/api/v1/outlets/O-RT", TestContext.Current.CancellationToken));

        Assert.All(answers.Take(3), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!;
        Assert.Equal("RESOURCE_EXHAUSTED", (string?)error["status"]);
        using var page = await client.GetAsync("/outlets/O-RT", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        answers.ForEach(answer => answer.Dispose());
    }

    public void Dispose() => _folder.Dispose();
}
