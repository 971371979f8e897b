using System.Net;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace BotHost.Tests.Desk;

/// <summary>One-time links: the first maintainer's, invitations and resets.</summary>
public sealed class WelcomeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task The_link_of_the_first_start_makes_one_publisher_and_no_second()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        var link = desk.FirstLink!.PathAndQuery;
        using var browser = desk.NewBrowser();
        using var late = desk.NewBrowser();
        await late.OpenAsync(link);

        using var made = await ChooseAsync(browser, link, name: "Olena");
        using var again = await late.Http.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal("/desk", made.Headers.Location?.OriginalString);
        await browser.OpenAsync("/desk/people");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(1, BotApplication.Count(Path.GetDirectoryName(_folder.File("x"))!, "accounts", "role = 'publisher'"));
        Assert.DoesNotContain(desk.Log.Lines, line => line.Contains(DeskApplication.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_who_open_the_first_link_at_once_become_one_maintainer()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        var link = desk.FirstLink!.PathAndQuery;
        using var one = desk.NewBrowser();
        using var other = desk.NewBrowser();

        var outcomes = await Task.WhenAll(ChooseAsync(one, link, name: "Olena"), ChooseAsync(other, link, name: "Marko"));

        Assert.Single(outcomes, response => response.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(outcomes, response => response.StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_first_link_opens_nothing_after_a_day_and_the_next_start_makes_another()
    {
        string old;
        await using (var desk = await DeskApplication.StartAsync(_folder, _clock))
        {
            old = desk.FirstLink!.PathAndQuery;
            _clock.Advance(OneTimeLinkStore.FirstLasts);
            await IsDeadAsync(desk, old);
        }

        await using var next = await DeskApplication.StartAsync(_folder, _clock);
        await IsDeadAsync(next, old);
        using var browser = next.NewBrowser();
        using var made = await ChooseAsync(browser, next.FirstLink!.PathAndQuery, name: "Olena");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task A_program_with_a_maintainer_says_no_link()
    {
        await using (var desk = await DeskApplication.StartAsync(_folder))
            await desk.AddAccountAsync(Roles.Reader);

        await using var next = await DeskApplication.StartAsync(_folder);

        Assert.Null(next.FirstLink);
    }

    [Fact]
    public async Task Who_is_invited_chooses_a_password_once_and_signs_in_with_it()
    {
        await using var desk = await DeskApplication.StartAsync(_folder, _clock);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        var link = await LinkAsync(await publisher.PostAsync("/desk/people", new() { ["name"] = "Marko", ["role"] = Roles.Editor }, "form[action*=Invite]"));
        using var browser = desk.NewBrowser();

        using var chosen = await ChooseAsync(browser, link);
        await IsDeadAsync(desk, link);
        using var signedIn = await desk.NewBrowser().SignInAsync("MARKO", DeskApplication.Password);

        Assert.Equal("/desk", chosen.Headers.Location?.OriginalString);
        Assert.Equal("/desk", signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_password_link_ends_all_sessions_and_replaces_the_link_before_it()
    {
        await using var desk = await DeskApplication.StartAsync(_folder, _clock);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var editor = await desk.SignedInAsync(Roles.Editor);
        const string Form = "tr[data-account=editor] form[action*=Link]";
        var first = await LinkAsync(await publisher.PostAsync("/desk/people", [], Form));
        var second = await LinkAsync(await publisher.PostAsync("/desk/people", [], Form));
        using var browser = desk.NewBrowser();

        await IsDeadAsync(desk, first);
        using var chosen = await ChooseAsync(browser, second, password: "another few odd words");
        using var before = await editor.Http.GetAsync("/desk", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.StartsWith("/desk/sign-in", before.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("Password1234")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("passwordpassword")]
    [InlineData("olena-and-some-more")]
    public async Task Short_common_and_telling_passwords_are_refused_and_the_link_stays(string password)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        var link = desk.FirstLink!.PathAndQuery;
        using var browser = desk.NewBrowser();

        using var refused = await ChooseAsync(browser, link, name: "Olena", password: password);
        using var made = await ChooseAsync(browser, link, name: "Olena");

        Assert.NotNull((await DeskBrowser.PageAsync(refused)).QuerySelector("[role=alert]"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task No_token_and_no_password_can_be_read_in_the_database()
    {
        string token;
        await using (var desk = await DeskApplication.StartAsync(_folder))
        {
            token = desk.FirstLink!.Query.Split('=')[1];
            using var browser = await desk.SignedInAsync(Roles.Publisher);
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.File("x"))!, "bot.db*")) // a file is in a folder
        {
            var content = await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(token, content, StringComparison.Ordinal);
            Assert.DoesNotContain(DeskApplication.Password, content, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static Task<HttpResponseMessage> ChooseAsync(DeskBrowser browser, string link, string? name = null, string password = DeskApplication.Password)
    {
        var fields = new Dictionary<string, string?> { ["Password"] = password, ["Again"] = password };
        if (name is not null)
            fields["Name"] = name;
        return browser.PostAsync(link, fields);
    }

    private static async Task<string> LinkAsync(HttpResponseMessage response) =>
        new Uri((await DeskBrowser.PageAsync(response)).QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;

    private static async Task IsDeadAsync(DeskApplication desk, string link)
    {
        using var browser = desk.NewBrowser();
        using var response = await browser.Http.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
