using BotHost.Store.Accounts;
using BotHost.Store.Database;
using FactChecking.Foundation;
using FactChecking.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BotHost.SignIn;

internal static class SignInServices
{
    private static readonly PathString Desk = "/desk";

    /// <summary>Who may come to the desk, and what for.</summary>
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SignInOptions>(configuration, SignInOptions.Section);
        services.AddOptions<SignInOptions>().Validate(
            options => options.IsComplete, "SignIn:Authority is set: set SignIn:ClientId, and at least one of SignIn:Reader, SignIn:Editor and SignIn:Publisher.");
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<DeskSessions>();
        services.AddSingleton<DeskCookieEvents>();
        services.AddSingleton<ProviderSignIn>();

        services.AddKeysBesideDatabase();
        var authentication = services.AddAuthentication(DeskUser.Scheme).AddCookie(DeskUser.Scheme, SetCookie);
        if (configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() is { HasProvider: true, IsComplete: true } settings)
            authentication.AddOpenIdConnect(ProviderSignIn.Scheme, oidc => ProviderSignIn.Set(oidc, settings));

        services.AddAuthorization(AddPolicies);
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Desk", Roles.Reader);
            options.Conventions.AllowAnonymousToPage("/Desk/SignIn");
            options.Conventions.AllowAnonymousToPage("/Desk/Welcome");
        });
    }

    /// <summary>Between what handles faults and the pages. What is shown on the desk stays in no cache.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Desk), desk => desk.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        }));
        app.UseRefusedPage();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    // The page keeps the status that it explains. Forms are answered with the status alone.
    private static void UseRefusedPage(this WebApplication app) => app.UseStatusCodePages(async status =>
    {
        var context = status.HttpContext;
        if (context.Response.StatusCode != StatusCodes.Status403Forbidden || !HttpMethods.IsGet(context.Request.Method) || !context.Request.Path.StartsWithSegments(Desk))
            return;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = Desk.Add("/refused");
        context.Request.QueryString = QueryString.Empty;
        await status.Next(context);
    });

    private static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var role in Roles.All)
            options.AddPolicy(role, policy => policy.RequireRole(Roles.AtLeast(role)));
        // Whatever forgets to say who may see it is closed where it lies below /desk, also an address that leads nowhere.
        options.FallbackPolicy = new AuthorizationPolicyBuilder(DeskUser.Scheme)
            .RequireAssertion(context => (context.Resource is HttpContext http && !http.Request.Path.StartsWithSegments(Desk)) || context.User.May(Roles.Reader))
            .Build();
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = DeskUser.Scheme;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Not Strict: who follows a link in a message to the desk would be asked to sign in again.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = SessionStore.Unused;
        options.SlidingExpiration = true;
        options.EventsType = typeof(DeskCookieEvents);
    }

    /// <summary>The keys that cookies and forms are sealed with outlive a restart, and move along with bot.db.</summary>
    private static void AddKeysBesideDatabase(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("BotHost");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<BotOptions>, ILoggerFactory>((options, bot, logs) =>
        {
            options.XmlRepository = new FileSystemXmlRepository(OwnerOnlyFolder.Create(Path.GetFullPath($"{bot.Value.Database}.keys")), logs);
        });
    }
}
