using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BotHost.Tests.Desk;

public sealed class SessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_session_that_its_owner_ends_elsewhere_is_out_at_its_next_request()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var here = await desk.SignedInAsync(Roles.Reader);
        using var there = desk.NewBrowser();
        using var signedIn = await there.SignInAsync("reader", DeskApplication.Password);
        await there.OpenAsync("/desk");

        using var ended = await here.PostAsync("/desk/account", [], "form[action*=End]");

        await IsOutAsync(there);
        await here.OpenAsync("/desk");
    }

    [Fact]
    public async Task All_other_sessions_end_when_the_password_is_changed()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var here = await desk.SignedInAsync(Roles.Reader);
        using var there = desk.NewBrowser();
        using var signedIn = await there.SignInAsync("reader", DeskApplication.Password);
        var fields = new Dictionary<string, string?> { ["Current"] = "not the violin at all", ["Password"] = "another few odd words", ["Again"] = "another few odd words" };

        using var wrong = await here.PostAsync("/desk/account", fields);
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        fields["Current"] = DeskApplication.Password;
        using var changed = await here.PostAsync("/desk/account", fields);

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await IsOutAsync(there);
        await here.OpenAsync("/desk");
        using var withOld = await there.SignInAsync("reader", DeskApplication.Password);
        using var withNew = await there.SignInAsync("reader", "another few odd words");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (withOld.StatusCode, withNew.StatusCode));
    }

    [Fact]
    public async Task Nobody_ends_the_sessions_of_others_from_their_own_page()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var reader = await desk.SignedInAsync(Roles.Reader);
        using var again = await desk.NewBrowser().SignInAsync("reader", DeskApplication.Password);
        using var editor = await desk.SignedInAsync(Roles.Editor);
        var number = (await desk.Services.GetRequiredService<AccountStore>().FindAsync("editor"))!.Number;
        var session = (await desk.Services.GetRequiredService<SessionStore>().ListAsync(number)).Single().Number;

        using var ended = await reader.PostAsync("/desk/account", new() { ["session"] = $"{session}" }, "form[action*=End]");

        await editor.OpenAsync("/desk");
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_its_next_request_and_cannot_come_back()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var editor = await desk.SignedInAsync(Roles.Editor);

        using var disabled = await publisher.PostAsync("/desk/people", [], "tr[data-account=editor] form[action*=Disable]");

        await IsOutAsync(editor);
        using var refused = await editor.SignInAsync("editor", DeskApplication.Password);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var enabled = await publisher.PostAsync("/desk/people", [], "tr[data-account=editor] form[action*=Enable]");
        using var back = await editor.SignInAsync("editor", DeskApplication.Password);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
    }

    [Fact]
    public async Task Who_signs_out_is_out_also_with_a_copy_of_the_cookie()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = await desk.SignedInAsync(Roles.Reader);
        using var copy = desk.NewBrowser();
        copy.Cookies.Add(browser.Cookies.GetCookies(desk.Address));
        await copy.OpenAsync("/desk");

        using var left = await browser.PostAsync("/desk", [], "nav.desk form");

        Assert.Equal("/desk/sign-in", left.Headers.Location?.OriginalString);
        await IsOutAsync(browser);
        await IsOutAsync(copy);
    }

    [Fact]
    public async Task A_restart_keeps_people_signed_in()
    {
        DeskBrowser browser;
        System.Net.CookieCollection cookies;
        await using (var desk = await DeskApplication.StartAsync(_folder))
        {
            browser = await desk.SignedInAsync(Roles.Reader);
            cookies = browser.Cookies.GetCookies(desk.Address);
        }

        await using var next = await DeskApplication.StartAsync(_folder);
        using var same = next.NewBrowser();
        same.Cookies.Add(next.Address, new Cookie("desk", cookies["desk"]!.Value));

        await same.OpenAsync("/desk");
        browser.Dispose();
    }

    [Fact]
    public async Task A_session_ends_eight_hours_after_its_last_use_and_two_weeks_after_its_beginning()
    {
        await using var desk = await DeskApplication.StartAsync(_folder, _clock);
        using var used = await desk.SignedInAsync(Roles.Editor);
        using var unused = await desk.SignedInAsync(Roles.Reader);

        for (var hours = 0; hours + 7 < SessionStore.Longest.TotalHours; hours += 7)
        {
            _clock.Advance(TimeSpan.FromHours(7));
            await used.OpenAsync("/desk");
            if (hours == 7)
                await IsOutAsync(unused);
        }
        _clock.Advance(TimeSpan.FromHours(7));

        await IsOutAsync(used);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        await desk.AddAccountAsync(Roles.Reader);

        using var response = await desk.NewBrowser().SignInAsync("reader", DeskApplication.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("desk=", StringComparison.Ordinal)).Split("; ");
        Assert.Equal(["httponly", "path=/", "samesite=lax"], cookie.Skip(1).Order());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task On_https_the_cookie_is_bound_to_this_host_and_to_encryption()
    {
        await using var desk = await DeskApplication.StartAsync(_folder, https: true);
        await desk.AddAccountAsync(Roles.Reader);
        using var browser = desk.NewBrowser();

        using var response = await browser.SignInAsync("reader", DeskApplication.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-desk=", StringComparison.Ordinal)).Split("; ");
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], cookie.Skip(1).Order());
        await browser.OpenAsync("/desk");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task IsOutAsync(DeskBrowser browser)
    {
        using var response = await browser.Http.GetAsync("/desk", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "/desk/sign-in?returnUrl=%2Fdesk"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }
}
