using System.Net;

namespace BotHost.Tests.Pages;

public sealed class PageHeadersTests(ChatPageFixture fixture) : IClassFixture<ChatPageFixture>, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = fixture.Host.Address };

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/site.css", HttpStatusCode.OK)]
    [InlineData("/site.js", HttpStatusCode.OK)]
    [InlineData("/icon.svg", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Every_response_forbids_foreign_content_and_frames(string path, HttpStatusCode status)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task The_page_is_not_kept_by_browsers_and_needs_no_inline_code()
    {
        using var response = await _client.GetAsync("/", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8forged")]
    public async Task A_form_that_is_not_from_the_page_is_refused(string? token)
    {
        var fields = new Dictionary<string, string> { ["Message"] = "Biolabs in Ukraine" };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;

        using var response = await _client.PostAsync("/", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("load the page again", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => _client.Dispose();
}
