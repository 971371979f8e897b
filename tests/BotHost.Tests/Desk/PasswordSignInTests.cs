using System.Net;
using System.Text.RegularExpressions;
using BotHost.SignIn;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BotHost.Tests.Desk;

public sealed partial class PasswordSignInTests : IDisposable
{
    private const string Wrong = "not the violin at all";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Five_wrong_passwords_shut_out_the_right_one_for_a_quarter_of_an_hour()
    {
        await using var desk = await DeskApplication.StartAsync(_folder, _clock);
        await desk.AddAccountAsync(Roles.Editor);
        using var browser = desk.NewBrowser();

        for (var count = 0; count < PasswordStore.MaxFailures; count++)
            await IsRefusedAsync(browser, "editor", Wrong);
        await IsRefusedAsync(browser, "editor", DeskApplication.Password);
        _clock.Advance(PasswordStore.LockedFor - TimeSpan.FromSeconds(1));
        await IsRefusedAsync(browser, "editor", DeskApplication.Password);
        _clock.Advance(TimeSpan.FromSeconds(2));
        using var signedIn = await browser.SignInAsync("editor", DeskApplication.Password);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(
            [SignInOutcome.SignedIn, SignInOutcome.Locked, SignInOutcome.Locked, .. Enumerable.Repeat(SignInOutcome.WrongPassword, 5)],
            (await desk.Services.GetRequiredService<SignInStore>().ListAsync(null, 10)).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task The_right_password_forgets_the_wrong_ones_before_it()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        await desk.AddAccountAsync(Roles.Editor);
        using var browser = desk.NewBrowser();

        for (var round = 0; round < 2; round++)
        {
            for (var count = 1; count < PasswordStore.MaxFailures; count++)
                await IsRefusedAsync(desk.NewBrowser(), "editor", Wrong);
            using var signedIn = await desk.NewBrowser().SignInAsync("editor", DeskApplication.Password);
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_learns_from_a_refusal_whether_a_name_exists_or_is_locked_or_disabled()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        foreach (var name in new[] { "known", "disabled", "locked", "invited" })
            await desk.AddAccountAsync(Roles.Reader, name);
        var disabled = await desk.Services.GetRequiredService<AccountStore>().FindAsync("disabled");
        await desk.Services.GetRequiredService<AccountStore>().DisableAsync(disabled!.Number);
        for (var count = 0; count < PasswordStore.MaxFailures; count++)
            await IsRefusedAsync(desk.NewBrowser(), "locked", Wrong);

        var unknown = await RefusalAsync(desk, "nobody", Wrong);

        Assert.Equal(unknown, await RefusalAsync(desk, "known", Wrong));
        Assert.Equal(unknown, await RefusalAsync(desk, "disabled", DeskApplication.Password));
        Assert.Equal(unknown, await RefusalAsync(desk, "locked", DeskApplication.Password));
        Assert.Contains("did not work", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_attempts_with_one_name_are_stopped_before_the_password_is_looked_at()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        await desk.AddAccountAsync(Roles.Editor);
        using var browser = desk.NewBrowser();

        var statuses = new List<HttpStatusCode>();
        for (var count = 0; count < 2 * SignInLimits.WithOneName; count++)
        {
            using var response = await browser.SignInAsync("Editor", Wrong);
            statuses.Add(response.StatusCode);
        }
        using var other = await browser.SignInAsync("somebody else", Wrong);

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public void Attempts_with_ever_other_names_are_stopped_too()
    {
        using var limits = new SignInLimits();

        var allowed = Enumerable.Range(0, 3 * SignInLimits.Together).Count(number => limits.Allows($"name {number}"));

        Assert.InRange(allowed, SignInLimits.Together, 2 * SignInLimits.Together);
    }

    [Fact]
    public async Task A_weaker_hash_is_replaced_at_the_next_sign_in()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new object(), DeskApplication.Password);
        var accounts = desk.Services.GetRequiredService<AccountStore>();
        await accounts.AddAsync("Olena", Roles.Reader, weak);

        using var signedIn = await desk.NewBrowser().SignInAsync("Olena", DeskApplication.Password);
        using var again = await desk.NewBrowser().SignInAsync("Olena", DeskApplication.Password);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var hash = (await accounts.FindAsync("Olena"))!.PasswordHash;
        Assert.NotEqual(weak, hash);
        Assert.Equal(PasswordVerificationResult.Success, new Passwords().Verify(hash, DeskApplication.Password));
    }

    [Fact]
    public async Task What_is_typed_into_the_form_is_not_logged_and_a_password_in_the_name_field_not_kept()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        await IsRefusedAsync(desk.NewBrowser(), "Zyxwvut9!Qponmlk", "Gfedcba8!Mnopqrs");

        Assert.DoesNotContain(desk.Log.Lines, line => line.Contains("Gfedcba8", StringComparison.Ordinal) || line.Contains("Zyxwvut9", StringComparison.Ordinal));
        Assert.Null(Assert.Single(await desk.Services.GetRequiredService<SignInStore>().ListAsync(null, 10)).Name);
    }

    [Theory]
    [InlineData("https://evil.example/", "/desk")]
    [InlineData("//evil.example/", "/desk")]
    [InlineData("/\\evil.example/", "/desk")]
    [InlineData("javascript:alert(1)", "/desk")]
    [InlineData("/desk/account?a=1", "/desk/account?a=1")]
    public async Task A_sign_in_leads_to_addresses_of_this_program_only(string asked, string followed)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        await desk.AddAccountAsync(Roles.Reader);
        using var browser = desk.NewBrowser();
        var page = $"/desk/sign-in?returnUrl={Uri.EscapeDataString(asked)}";

        using var byAddress = await browser.SignInAsync("reader", DeskApplication.Password, page);
        using var later = await browser.Http.GetAsync(page, TestContext.Current.CancellationToken);
        using var byField = await desk.NewBrowser().PostAsync(
            "/desk/sign-in", new() { ["Name"] = "reader", ["Password"] = DeskApplication.Password, ["ReturnUrl"] = asked });

        Assert.Equal([followed, followed, followed], new[] { byAddress, later, byField }.Select(response => response.Headers.Location!.OriginalString));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task IsRefusedAsync(DeskBrowser browser, string name, string password)
    {
        using var response = await browser.SignInAsync(name, password);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("desk=", StringComparison.Ordinal)));
    }

    private static async Task<string> RefusalAsync(DeskApplication desk, string name, string password)
    {
        using var response = await desk.NewBrowser().SignInAsync(name, password);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{response.StatusCode} {FormToken().Replace(html, "").Replace($"value=\"{name}\"", "", StringComparison.Ordinal)}";
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*""")]
    private static partial Regex FormToken();
}
