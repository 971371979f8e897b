using System.Security.Claims;
using BotHost.Logging;
using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BotHost.SignIn;

/// <summary>Signs in whom an OpenID Connect provider vouches for and gives a role; anybody else is refused.</summary>
internal sealed class ProviderSignIn(IOptions<SignInOptions> options, AccountStore accounts, SignInStore log, DeskSessions sessions)
{
    public const string Scheme = "provider";

    public const string CallbackPath = "/desk/signed-in";

    // Leaves room for the number that a second one of the same name gets.
    private const int LongestName = AccountName.Longest - 5;

    public static void Set(OpenIdConnectOptions oidc, SignInOptions settings)
    {
        oidc.SignInScheme = DeskUser.Scheme;
        oidc.Authority = settings.Authority;
        oidc.ClientId = settings.ClientId;
        oidc.ClientSecret = settings.ClientSecret;
        oidc.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback; // there is one, or this is not called
        oidc.CallbackPath = CallbackPath;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // Back by a link: the cookies that belong to this sign-in then need not go along with requests from other sites.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.MapInboundClaims = false;
        oidc.Scope.Clear();
        foreach (var scope in settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            oidc.Scope.Add(scope);
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
        oidc.Events.OnTicketReceived = context => context.HttpContext.RequestServices.GetRequiredService<ProviderSignIn>().ReceiveAsync(context);
        oidc.Events.OnRemoteFailure = context =>
        {
            BotHostLog.ProviderFailed(context.HttpContext.RequestServices.GetRequiredService<ILogger<ProviderSignIn>>(), context.Failure?.GetType().Name ?? "no reason");
            Refuse(context, "provider");
            return Task.CompletedTask;
        };
    }

    private async Task ReceiveAsync(TicketReceivedContext context)
    {
        var person = context.Principal;
        var subject = person?.FindFirst("sub");
        if (subject is null || RoleOf(person!) is not { } role) // who has a subject is somebody
        {
            await log.AddAsync(account: null, person is null ? null : NameOf(person), SignInOutcome.NoRole);
            Refuse(context, "role");
            return;
        }

        var account = await accounts.OfProviderAsync($"{subject.Issuer} {subject.Value}", NameOf(person!), role);
        if (account.IsDisabled)
        {
            await log.AddAsync(account, name: null, SignInOutcome.Disabled);
            Refuse(context, "role");
            return;
        }
        await sessions.BeginAsync(context.HttpContext, account, SignInOutcome.ByProvider);
        context.HandleResponse();
        context.Response.Redirect(context.ReturnUri ?? "/desk");
    }

    private static void Refuse<T>(HandleRequestContext<T> context, string reason)
        where T : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect($"{DeskCookieEvents.SignInPath}{new QueryBuilder { { "refused", reason } }}");
    }

    // The highest, where a person has several.
    private string? RoleOf(ClaimsPrincipal person)
    {
        var values = person.FindAll(options.Value.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        (string? Value, string Role)[] roles =
            [(options.Value.Publisher, Roles.Publisher), (options.Value.Editor, Roles.Editor), (options.Value.Reader, Roles.Reader)];
        return roles.FirstOrDefault(role => !string.IsNullOrWhiteSpace(role.Value) && values.Contains(role.Value)).Role;
    }

    private static string NameOf(ClaimsPrincipal person)
    {
        var name = person.FindFirstValue("name") ?? person.FindFirstValue("preferred_username") ?? "";
        // A provider allows what is no name here, such as brackets.
        var words = new string([.. name.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plain = string.Join(' ', words);
        plain = (plain.Length > LongestName ? plain[..LongestName] : plain).Trim();
        return AccountName.IsValid(plain) ? plain : "Maintainer";
    }
}
