using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

public sealed class UserCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Who_is_added_with_a_password_signs_in_until_disabled_and_again_when_enabled()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        await desk.AddAccountAsync(Roles.Publisher);

        var added = await RunAsync(DeskApplication.Password + "\n", "add", "Olena", "-", "--role", Roles.Editor);

        Assert.Equal((0, "Olena: added"), (added.ExitCode, added.Output.Trim()));
        using var browser = desk.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(browser));
        Assert.Contains("Olena  editor  active  ", (await RunAsync(null, "list")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(null, "disable", "olena")).ExitCode);
        Assert.Contains("Olena  editor  disabled  ", (await RunAsync(null, "list")).Output, StringComparison.Ordinal);
        using var page = await browser.Http.GetAsync("/desk", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(browser));

        Assert.Equal(0, (await RunAsync(null, "enable", "Olena")).ExitCode);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(browser));
    }

    [Fact]
    public async Task Without_a_password_a_link_is_printed_that_opens_the_desk()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);

        var added = await RunAsync("", "add", "Olena", "--role", Roles.Publisher, "--address", desk.Address.AbsoluteUri);

        Assert.Equal(0, added.ExitCode);
        using var browser = desk.NewBrowser();
        using var chosen = await browser.PostAsync(
            new Uri(added.Output.Trim()).PathAndQuery, new() { ["Password"] = DeskApplication.Password, ["Again"] = DeskApplication.Password });
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        await browser.OpenAsync("/desk/people");
    }

    [Fact]
    public async Task The_last_publisher_is_not_disabled()
    {
        await RunAsync(DeskApplication.Password, "add", "Olena", "-", "--role", Roles.Publisher);

        var refused = await RunAsync(null, "disable", "Olena");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("last account", refused.Error, StringComparison.Ordinal);
        Assert.Contains("active", (await RunAsync(null, "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "short", "add", "Olena", "-", "--role", "editor")]
    [InlineData(1, "", "add", "x", "--role", "editor")]
    [InlineData(1, "", "disable", "Nobody")]
    [InlineData(2, "", "add", "Olena", "--role", "king")]
    [InlineData(2, "", "add", "Olena")]
    [InlineData(2, "", "add", "Olena", "a password for all to see", "--role", "editor")]
    public async Task What_cannot_be_done_is_told(int exitCode, string input, params string[] arguments)
    {
        var result = await RunAsync(input, arguments);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpStatusCode> SignInAsync(DeskBrowser browser)
    {
        using var response = await browser.SignInAsync("Olena", DeskApplication.Password);
        return response.StatusCode;
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string? input, params string[] arguments) =>
        BuiltProgram.RunAsync(["user", .. arguments], botDatabase: _folder.File("bot.db"), input: input);
}
