using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk;

/// <summary>Who may do what, for every page of the desk that there is.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Nobody_sees_a_page_or_endpoint_of_the_desk_without_a_session_but_the_two_ways_in()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = desk.NewBrowser();
        var endpoints = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => new PathString($"/{endpoint.RoutePattern.RawText?.TrimStart('/')}").StartsWithSegments("/desk"))
            .ToList();

        var open = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(["desk/sign-in", "desk/welcome"], open.Order());
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.RoutePattern.Parameters.Count == 0))
        {
            using var response = await browser.Http.GetAsync($"/{endpoint.RoutePattern.RawText}", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Redirect, endpoint.RoutePattern.RawText), (response.StatusCode, endpoint.RoutePattern.RawText));
        }
    }

    [Theory]
    [InlineData(Roles.Reader)]
    [InlineData(Roles.Editor)]
    public async Task What_a_role_may_not_do_is_refused_with_a_page_that_says_so(string role)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = await desk.SignedInAsync(role);

        foreach (var path in new[] { "/desk/people", "/desk/sign-ins" })
        {
            using var response = await browser.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Forbidden, path), (response.StatusCode, path));
            Assert.Contains("another role", (await DeskBrowser.PageAsync(response)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_a_role_may_not_send_is_refused_even_with_a_good_token()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var reader = await desk.SignedInAsync(Roles.Reader);
        var token = (await reader.OpenAsync("/desk/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var account = (await desk.Services.GetRequiredService<AccountStore>().FindAsync("reader"))!.Number;

        using var response = await reader.Http.PostAsync(
            "/desk/people?handler=Role",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["account"] = $"{account}", ["role"] = Roles.Publisher }),
            TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(Roles.Reader, (await desk.Services.GetRequiredService<AccountStore>().FindAsync("reader"))!.Role);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8forged")]
    public async Task A_form_without_the_token_of_its_page_is_refused_on_every_page(string? token)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = await desk.SignedInAsync(Roles.Publisher);
        var paths = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0 && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText}").ToList();
        Assert.Contains("/desk/people", paths);

        foreach (var path in paths)
        {
            using var response = await browser.Http.PostAsync(
                path, new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.BadRequest, path), (response.StatusCode, path));
        }
        await browser.OpenAsync("/desk");
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_refused()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var reader = await desk.SignedInAsync(Roles.Reader);
        var foreign = (await reader.OpenAsync("/desk/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");

        using var response = await publisher.PostAsync("/desk/people", new() { ["__RequestVerificationToken"] = foreign, ["name"] = "Marko" }, "form[action*=Invite]");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("load the page again", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_htmx_asks_for_without_a_session_sends_the_whole_page_to_the_sign_in()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = desk.NewBrowser();
        browser.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        using var response = await browser.Http.GetAsync("/desk", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("/desk/sign-in", Assert.Single(response.Headers.GetValues("HX-Redirect")));
    }

    [Fact]
    public async Task Pages_for_everybody_stay_open()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = desk.NewBrowser();

        await browser.OpenAsync("/");
        await browser.OpenAsync("/health/live");
        await browser.OpenAsync("/pages.css");
        using var nowhere = await browser.Http.GetAsync("/nowhere", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    public void Dispose() => _folder.Dispose();
}
