using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Desk;

public sealed class ProviderSignInTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(new[] { "desk-read" }, Roles.Reader)]
    [InlineData(new[] { "other", "desk-read", "desk-publish" }, Roles.Publisher)]
    public async Task Whom_the_provider_gives_a_role_comes_in_by_it_and_where_they_wanted_to(string[] given, string role)
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var desk = await StartAsync(provider);
        provider.Person = ("17", "Olena (desk)", given);
        using var browser = desk.NewBrowser();

        var end = await SignInAsync(browser, "/desk/account");

        Assert.Equal("/desk/account", end);
        Assert.Contains($"You are Olena desk, {role}.", (await browser.OpenAsync("/desk/account")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_is_the_same_account_with_the_role_that_the_provider_gives_now()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var desk = await StartAsync(provider);
        using var browser = desk.NewBrowser();
        using var again = desk.NewBrowser();

        provider.Person = ("17", "Olena", ["desk-publish"]);
        await SignInAsync(browser);
        provider.Person = ("17", "Olena of another name", ["desk-read"]);
        await SignInAsync(again);

        var account = Assert.Single(await desk.Services.GetRequiredService<AccountStore>().ListAsync());
        Assert.Equal(("Olena", Roles.Reader, $"{provider.Address} 17"), (account.Name, account.Role, account.Subject));
    }

    [Fact]
    public async Task Who_has_no_role_there_is_refused_and_gets_no_account()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var desk = await StartAsync(provider);
        provider.Person = ("18", "Marko", ["other", "DESK-PUBLISH"]);
        using var browser = desk.NewBrowser();

        var end = await SignInAsync(browser);

        Assert.Equal("/desk/sign-in?refused=role", end);
        Assert.Contains("nothing here", (await browser.OpenAsync(end)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await desk.Services.GetRequiredService<AccountStore>().ListAsync());
        await IsOutAsync(browser);
    }

    [Fact]
    public async Task A_name_at_the_provider_opens_no_account_of_that_name_here()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var desk = await StartAsync(provider);
        await desk.AddAccountAsync(Roles.Publisher, "Olena");
        provider.Person = ("19", "olena", ["desk-read"]);
        using var browser = desk.NewBrowser();

        await SignInAsync(browser);

        Assert.Contains("olena 2, reader", (await browser.OpenAsync("/desk/account")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_disabled_here_is_refused_whatever_the_provider_says()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var desk = await StartAsync(provider);
        provider.Person = ("20", "Olena", ["desk-read"]);
        using var browser = desk.NewBrowser();
        await SignInAsync(browser);
        var accounts = desk.Services.GetRequiredService<AccountStore>();
        await accounts.DisableAsync((await accounts.FindAsync("Olena"))!.Number);

        Assert.Equal("/desk/sign-in?refused=role", await SignInAsync(browser));
        await IsOutAsync(browser);
    }

    [Fact]
    public async Task A_token_that_another_key_signed_and_an_answer_that_nobody_asked_for_are_refused()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var desk = await StartAsync(provider);
        provider.Person = ("21", "Olena", ["desk-publish"]);
        provider.SignsWithForeignKey = true;
        using var browser = desk.NewBrowser();

        var forged = await SignInAsync(browser);
        using var unasked = await browser.Http.GetAsync("/desk/signed-in?code=1&state=2", TestContext.Current.CancellationToken);

        Assert.Equal("/desk/sign-in?refused=provider", forged);
        Assert.Equal("/desk/sign-in?refused=provider", unasked.Headers.Location?.OriginalString);
        await IsOutAsync(browser);
    }

    [Fact]
    public async Task Without_a_provider_nothing_of_it_is_there()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = desk.NewBrowser();

        Assert.Null((await browser.OpenAsync("/desk/sign-in")).QuerySelector("a[href*=Provider]"));
        using var asked = await browser.Http.GetAsync("/desk/sign-in?handler=Provider", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    [Fact]
    public async Task A_provider_that_gives_nobody_a_role_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => DeskApplication.StartAsync(_folder, more: new Dictionary<string, string?> { ["SignIn:Authority"] = "https://login.example.org", ["SignIn:ClientId"] = "desk" }));

        Assert.Contains("SignIn:Publisher", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<DeskApplication> StartAsync(FakeProvider provider) => DeskApplication.StartAsync(_folder, more: new Dictionary<string, string?>
    {
        ["SignIn:Authority"] = provider.Address,
        ["SignIn:ClientId"] = FakeProvider.ClientId,
        ["SignIn:ClientSecret"] = FakeProvider.ClientSecret,
        ["SignIn:Reader"] = "desk-read",
        ["SignIn:Publisher"] = "desk-publish",
    });

    /// <summary>Follows the link on the sign-in page to the provider and back; says where that ends.</summary>
    private static async Task<string> SignInAsync(DeskBrowser browser, string wanted = "/desk")
    {
        var page = await browser.OpenAsync($"/desk/sign-in?returnUrl={Uri.EscapeDataString(wanted)}");
        var next = page.QuerySelector("a[href*=Provider]")!.GetAttribute("href")!;
        for (var hops = 0; hops < 3; hops++)
        {
            using var response = await browser.Http.GetAsync(next, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            next = response.Headers.Location!.OriginalString;
        }
        return next;
    }

    private static async Task IsOutAsync(DeskBrowser browser)
    {
        using var response = await browser.Http.GetAsync("/desk", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }
}
