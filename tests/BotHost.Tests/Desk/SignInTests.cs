using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;

namespace BotHost.Tests.Desk;

public sealed class SignInTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(Roles.Reader)]
    [InlineData(Roles.Editor)]
    [InlineData(Roles.Publisher)]
    public async Task Who_signs_in_by_the_form_comes_to_the_desk_under_their_name(string role)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = await desk.SignedInAsync(role, "Olena");

        var page = await browser.OpenAsync("/desk");
        var account = await browser.OpenAsync("/desk/account");

        Assert.Contains($"You are Olena, {role}.", account.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(role == Roles.Publisher, page.QuerySelector("nav.desk a[href='/desk/people']") is not null);
        Assert.Equal("Queue", page.QuerySelector("nav.desk [aria-current=page]")!.TextContent);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/people")]
    [InlineData("/desk/account")]
    [InlineData("/DESK/sign-ins?a=1")]
    [InlineData("/desk/nowhere")]
    public async Task Without_a_session_every_page_leads_to_the_sign_in_and_every_form_is_refused(string path)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var browser = desk.NewBrowser();

        using var read = await browser.Http.GetAsync(path, TestContext.Current.CancellationToken);
        using var sent = await browser.Http.PostAsync(path, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        Assert.Equal($"/desk/sign-in?returnUrl={Uri.EscapeDataString(path)}", read.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
    }

    public void Dispose() => _folder.Dispose();
}
