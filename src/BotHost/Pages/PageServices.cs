using System.Text.Encodings.Web;
using System.Text.Unicode;
using BotHost.Limits;
using BotHost.Logging;
using BotHost.SignIn;
using FactChecking.Foundation;
using Microsoft.Extensions.WebEncoders;

namespace BotHost.Pages;

public static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PageLimitOptions>(configuration, PageLimitOptions.Section);
        services.AddValidatedOptions<ProxyOptions>(configuration, ProxyOptions.Section);
        services.AddRazorPages().AddMvcOptions(options => options.Filters.Add<RefusedForm>());
        // Else each Cyrillic and Chinese letter is written as a numeric entity.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseFaultPage();
        app.UseMissingPage();
        app.UseSignIn();
        app.UseEscapedSlashes();
        app.UseCors();
        app.UseRateLimiter();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>Says in one line where the page is, once that is known, and when there is nothing else.</summary>
    public static void LogAddresses(this WebApplication app, bool withTelegram) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = string.Join(", ", app.Urls);
        if (withTelegram)
            BotHostLog.ChatPage(app.Logger, address);
        else
            BotHostLog.OnlyChatPage(app.Logger, address);
    });
}
