using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;

namespace BotHost.SignIn;

/// <summary>
/// Looks the session up with each request, so that one that was ended, a disabled account and another role hold at once.
/// </summary>
internal sealed class DeskCookieEvents(SessionStore sessions) : CookieAuthenticationEvents
{
    public const string SignInPath = "/desk/sign-in";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var token = context.Principal?.FindFirst(DeskUser.TokenClaim)?.Value;
        if (token is not null && await sessions.FindAsync(token) is { } signedIn)
        {
            context.ReplacePrincipal(DeskUser.Of(signedIn, token));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(DeskUser.Scheme);
    }

    /// <summary>A page leads to the sign-in and back again; what was not a look at a page is refused, as its form would be lost.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (IsPageView(request))
        {
            context.Response.Redirect($"{SignInPath}{new QueryBuilder { { "returnUrl", request.Path + request.QueryString } }}");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        // htmx would put the sign-in page into a part of this one; so it goes there as a whole.
        if (IsFromHtmx(request))
            context.Response.Headers["HX-Redirect"] = SignInPath;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // The page that signs in goes where it was asked to by itself, once that is known to be here.
    public override Task RedirectToReturnUrl(RedirectContext<CookieAuthenticationOptions> context) => Task.CompletedTask;

    private static bool IsPageView(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !IsFromHtmx(request);

    private static bool IsFromHtmx(HttpRequest request) => request.Headers.ContainsKey("HX-Request");
}
