using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using BotHost.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BotHost.Tests.Browser;

/// <summary>What tests do with a page as a person does.</summary>
internal static class PageSteps
{
    /// <summary>Where pictures of pages are kept; CI keeps them as artifacts.</summary>
    public static string Screenshots { get; } =
        Environment.GetEnvironmentVariable("SCREENSHOTS") ?? Path.Combine(Repository.Root, ".artifacts", "screenshots");

    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.GotoAsync("/desk/sign-in");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(DeskApplication.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.ArriveAsync("/desk$");
    }

    /// <summary>
    /// Waits until the window is at an address of this pattern. It is asked for over and over: that a page has loaded is told only
    /// once, and on a busy machine perhaps before anybody listens.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = 30_000 });
        await page.Locator("main h1").First.WaitForAsync();
    }

    /// <summary>What axe finds wrong with the page, and whether it is wider than the window; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> FindBarriersAsync(this IPage page)
    {
        var found = await page.RunAxe();
        var barriers = found.Violations.Select(violation =>
            $"{page.Url}: {violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Target?.ToString()).Take(4))}").ToList();
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth"))
            barriers.Add($"{page.Url} is wider than the window");
        return barriers;
    }

    public static Task KeepScreenshotAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = false });
}
