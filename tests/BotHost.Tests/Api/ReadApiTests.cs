using System.Net;
using System.Text.Json.Nodes;
using BotHost.Tests.Pages;

namespace BotHost.Tests.Api;

public sealed class ReadApiTests(ChatPageFixture fixture) : IClassFixture<ChatPageFixture>, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = fixture.Host.Address };

    [Theory]
    [InlineData("/api/v1/claims:search")]
    [InlineData("/api/v1alpha1/claims:search")]
    public async Task Reviewed_claims_are_found_in_the_form_of_googles_api(string path)
    {
        var answer = await GetAsync($"{path}?query=biological+weapons+laboratories&languageCode=en-GB&key=any&pageSize=5&alt=json");

        var claim = answer["claims"]!.AsArray().Single(claim => ((string?)claim!["text"])!.StartsWith("The United States runs", StringComparison.Ordinal))!;
        var review = claim["claimReview"]!.AsArray().First(review => (string?)review!["publisher"]!["site"] == "politifact.com")!;
        Assert.Equal("PolitiFact", (string?)review["publisher"]!["name"]);
        Assert.StartsWith("https://www.politifact.com/", (string?)review["url"], StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty((string?)review["title"]));
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$", (string?)review["reviewDate"]!);
        Assert.Equal("en", (string?)review["languageCode"]);
        Assert.DoesNotContain(claim["claimReview"]!.AsArray(), review => review!.AsObject().Any(field => field.Value is null));
    }

    [Theory]
    [InlineData("query=生物武器", true)]
    [InlineData("query=生物武器&languageCode=zh-TW", true)]
    [InlineData("query=biological&languageCode=fr", false)]
    [InlineData("reviewPublisherSiteFilter=www.politifact.com", true)]
    [InlineData("reviewPublisherSiteFilter=https://politifact.com/", true)]
    [InlineData("query=biological&reviewPublisherSiteFilter=example.org", false)]
    [InlineData("query=biological&maxAgeDays=1", false)]
    [InlineData("query=biological&maxAgeDays=20000", true)]
    public async Task Filters_are_those_of_google(string query, bool finds) =>
        Assert.Equal(finds, (await GetAsync($"/api/v1/claims:search?{query}"))["claims"] is not null);

    [Fact]
    public async Task Pages_follow_by_token_and_by_offset()
    {
        var first = await GetAsync("/api/v1/claims:search?query=ukraine&pageSize=1");
        var byToken = await GetAsync($"/api/v1/claims:search?query=ukraine&pageSize=1&pageToken={first["nextPageToken"]}");
        var byOffset = await GetAsync("/api/v1/claims:search?query=ukraine&pageSize=1&offset=1");

        Assert.Equal(byToken.ToJsonString(), byOffset.ToJsonString());
        Assert.NotEqual(first.ToJsonString(), byToken.ToJsonString());
    }

    [Theory]
    [InlineData("/api/v1/claims:search", HttpStatusCode.BadRequest, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/claims:search?query=a&pageSize=-1", HttpStatusCode.BadRequest, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/claims:search?query=a&pageToken=zzz", HttpStatusCode.BadRequest, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/claims:search?query=a&maxAgeDays=99999999", HttpStatusCode.BadRequest, "INVALID_ARGUMENT")]
    [InlineData("/api/v1/claims/C-NOWHERE", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/api/v1/outlets/O-NOWHERE", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/api/v2/anything", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task Errors_have_the_form_of_googles(string path, HttpStatusCode code, string status)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!;

        Assert.Equal(code, response.StatusCode);
        Assert.Equal(((int)code, status), ((int)error["code"]!, (string)error["status"]!));
        Assert.False(string.IsNullOrEmpty((string?)error["message"]));
    }

    [Fact]
    public async Task A_claim_and_an_outlet_are_read_whole()
    {
        var claim = await GetAsync("/api/v1/claims/C-BIOLABS");
        var outlets = (await GetAsync("/api/v1/outlets"))["outlets"]!.AsArray();
        var outlet = await GetAsync("/api/v1/outlets/O-RT");

        Assert.Equal(5, claim["text"]!["texts"]!.AsObject().Count);
        Assert.NotEmpty(claim["trails"]!.AsArray());
        Assert.Contains(outlets, line => (string?)line!["id"] == "O-RT");
        Assert.DoesNotContain(outlets, line => (string?)line!["kind"] == "person");
        Assert.Equal("none", (string?)outlet["link_policy"]!["policy"]);
    }

    [Fact]
    public async Task Any_origin_may_read_and_what_is_unchanged_is_not_sent_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/outlets");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/outlets");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task The_description_names_what_there_is_and_nothing_else()
    {
        var paths = (await GetAsync("/openapi/v1.json"))["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal);

        Assert.Equal(["/api/v1/claims/{id}", "/api/v1/claims:search", "/api/v1/outlets", "/api/v1/outlets/{id}", "/api/v1alpha1/claims:search"], paths);
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _client.GetStringAsync(path, TestContext.Current.CancellationToken))!;
}
