using System.Net;
using System.Text.Json.Nodes;
using BotHost.Tests.Support;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Api;

public sealed class RateLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_come_back()
    {
        await using var host = await StartAsync("""{"Api": {"Burst": 3, "PerSecond": 1}}""");
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

    [Fact]
    public async Task Pages_have_a_limit_of_their_own()
    {
        await using var host = await StartAsync("""{"PageLimits": {"Burst": 3, "PerSecond": 1}}""");
        using var client = new HttpClient { BaseAddress = host.Address };

        var codes = new List<HttpStatusCode>();
        foreach (var path in Enumerable.Repeat<string[]>(["/claims", "/map.json", "/outlets/O-RT"], 10).SelectMany(paths => paths))
            codes.Add(await CodeAsync(client, path));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], codes[..3]);
        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.Equal(HttpStatusCode.OK, await CodeAsync(client, "/api/v1/outlets/O-RT"));
        Assert.Equal(HttpStatusCode.OK, await CodeAsync(client, "/health/live"));
    }

    [Theory]
    [InlineData("127.0.0.0/8 10.1.2.3", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("", false)]
    public async Task Only_a_known_proxy_is_believed_who_calls(string proxies, bool isBelieved)
    {
        await using var host = await StartAsync($$$"""{"Api": {"Burst": 3, "PerSecond": 1}, "Proxy": {"Addresses": "{{{proxies}}}"}}""");
        using var client = new HttpClient { BaseAddress = host.Address };

        var codes = new List<HttpStatusCode>();
        for (var call = 0; call < 30; call++)
            codes.Add(await CodeAsync(client, "/api/v1/outlets/O-RT", $"203.0.113.{call}, 10.1.2.3"));

        Assert.Equal(isBelieved, codes.All(code => code == HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("""{"Proxy": {"Addresses": "localhost"}}""", "Proxy:Addresses")]
    [InlineData("""{"Pages": {"PublicAddress": "http://facts.example"}}""", "Pages:PublicAddress")]
    [InlineData("""{"Pages": {"PublicAddress": "https://facts.example/records"}}""", "Pages:PublicAddress")]
    [InlineData("""{"Pages": {"PublicAddress": "facts.example"}}""", "Pages:PublicAddress")]
    public async Task A_wrong_setting_stops_the_start_by_name(string settings, string name) =>
        Assert.Contains(name, (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private async Task<RunningHost> StartAsync(string settings)
    {
        var file = _folder.File("settings.json");
        await File.WriteAllTextAsync(file, settings, TestContext.Current.CancellationToken);
        return await RunningHost.StartAsync(_folder.File("knowledge.db"), settingsFile: file);
    }

    private static async Task<HttpStatusCode> CodeAsync(HttpClient client, string path, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
