using System.Net;
using AngleSharp.Html.Dom;
using BotHost.Store.Accounts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Desk;

public sealed class PeopleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_last_publisher_can_be_neither_disabled_nor_given_another_role()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        await desk.AddAccountAsync(Roles.Editor);
        // Who never chose a password cannot help.
        using var invited = await publisher.PostAsync("/desk/people", new() { ["name"] = "Marko", ["role"] = Roles.Publisher }, "form[action*=Invite]");

        using var disabled = await publisher.PostAsync("/desk/people", [], "tr[data-account=publisher] form[action*=Disable]");
        using var demoted = await publisher.PostAsync("/desk/people", new() { ["role"] = Roles.Editor }, "tr[data-account=publisher] form[action*=Role]");

        foreach (var response in new[] { disabled, demoted })
            Assert.Contains("last account", (await DeskBrowser.PageAsync(response)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Roles.Publisher, false), await StateAsync(desk, "publisher"));
    }

    [Fact]
    public async Task Two_publishers_who_disable_each_other_at_once_leave_one()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        var accounts = desk.Services.GetRequiredService<AccountStore>();
        var one = await desk.AddAccountAsync(Roles.Publisher, "one");
        var other = await desk.AddAccountAsync(Roles.Publisher, "other");

        var outcomes = await Task.WhenAll(accounts.DisableAsync(one.Number), accounts.DisableAsync(other.Number));

        Assert.Equal([AccountChange.Done, AccountChange.LastPublisher], outcomes.Order());
    }

    [Fact]
    public async Task Another_role_holds_at_the_next_request()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var editor = await desk.SignedInAsync(Roles.Editor);

        using var raised = await publisher.PostAsync("/desk/people", new() { ["role"] = Roles.Publisher }, "tr[data-account=editor] form[action*=Role]");
        await editor.OpenAsync("/desk/people");
        using var lowered = await editor.PostAsync("/desk/people", new() { ["role"] = Roles.Reader }, "tr[data-account=publisher] form[action*=Role]");
        using var refused = await publisher.Http.GetAsync("/desk/people", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, lowered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_publisher_ends_the_sessions_of_somebody_else()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var editor = await desk.SignedInAsync(Roles.Editor);

        using var ended = await publisher.PostAsync("/desk/people", [], "tr[data-account=editor] form[action*=Sessions]");
        using var response = await editor.Http.GetAsync("/desk", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await publisher.OpenAsync("/desk");
    }

    [Theory]
    [InlineData("OLENA")]
    [InlineData("x")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("two  spaces")]
    public async Task A_name_that_is_taken_or_can_be_none_is_refused(string name)
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher, "Olena");

        using var response = await publisher.PostAsync("/desk/people", new() { ["name"] = name, ["role"] = Roles.Editor }, "form[action*=Invite]");
        var page = await DeskBrowser.PageAsync(response);

        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Equal(name, page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Publishers_see_all_sign_ins_and_others_their_own()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var reader = await desk.SignedInAsync(Roles.Reader);
        using var wrong = await desk.NewBrowser().SignInAsync("Nobody Known", "not the violin at all");

        var all = (await publisher.OpenAsync("/desk/sign-ins")).QuerySelector("main table")!.TextContent;
        var own = (await reader.OpenAsync("/desk/account")).QuerySelector("main")!.TextContent;

        Assert.Contains("Nobody Known", all, StringComparison.Ordinal);
        Assert.Contains("reader", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody Known", own, StringComparison.Ordinal);
        Assert.DoesNotContain("publisher", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_button_of_a_row_says_whom_it_is_about()
    {
        await using var desk = await DeskApplication.StartAsync(_folder);
        using var publisher = await desk.SignedInAsync(Roles.Publisher);
        using var nobody = desk.NewBrowser();
        await desk.AddAccountAsync(Roles.Editor);

        foreach (var page in new[] { await nobody.OpenAsync("/desk/sign-in"), await publisher.OpenAsync("/desk/people"), await publisher.OpenAsync("/desk/account") })
        {
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
            Assert.All(
                page.QuerySelectorAll("main select, main input:not([type=hidden]):not([aria-hidden])"),
                field => Assert.True(field.HasAttribute("aria-label") || page.QuerySelector($"label[for={field.Id}]") is not null, field.OuterHtml));
            Assert.All(page.QuerySelectorAll("tr[data-account] button"), button =>
                Assert.Contains(button.Closest("tr")!.GetAttribute("data-account")!, button.GetAttribute("aria-label"), StringComparison.Ordinal));
            Assert.DoesNotContain(" style=", ((IHtmlDocument)page).DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(string, bool)> StateAsync(DeskApplication desk, string name) =>
        await desk.Services.GetRequiredService<AccountStore>().FindAsync(name) is { } account ? (account.Role, account.IsDisabled) : default;
}
