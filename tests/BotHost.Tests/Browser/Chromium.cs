using Microsoft.Playwright;

namespace BotHost.Tests.Browser;

/// <summary>One headless Chromium for all tests with the trait Browser; they are skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Program => Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new window, with cookies of its own. Skips the test where there is no Chromium.</summary>
    /// <param name="address">What addresses are relative to.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="dark">Whether the person prefers dark colours.</param>
    /// <param name="script">Whether scripts run.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, bool dark = false, bool script = true)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium: install it (Debian: apt-get install chromium), or name one in CHROMIUM.");
        var context = await _browser!.NewContextAsync(new() // looked at above
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            Locale = "en-GB",
        });
        return await context.NewPageAsync();
    }
}
