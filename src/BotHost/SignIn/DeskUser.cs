using System.Globalization;
using System.Security.Claims;
using BotHost.Store.Accounts;

namespace BotHost.SignIn;

/// <summary>Who is signed in, as a page sees it. The name for revisions is <c>User.Identity.Name</c>.</summary>
public static class DeskUser
{
    /// <summary>How the cookie of the desk is called in code.</summary>
    internal const string Scheme = "desk";

    internal const string TokenClaim = "token";

    private const string SessionClaim = "session";

    /// <summary>The number of the signed-in person's account.</summary>
    public static long AccountNumber(this ClaimsPrincipal user) => NumberOf(user, ClaimTypes.NameIdentifier);

    /// <summary>The number of the session that the request belongs to.</summary>
    public static long SessionNumber(this ClaimsPrincipal user) => NumberOf(user, SessionClaim);

    /// <summary>Whether the person may do what this role may, one of <see cref="Roles.All"/>. Nobody may who is not signed in.</summary>
    public static bool May(this ClaimsPrincipal user, string role) => Roles.AtLeast(role).Any(user.IsInRole);

    /// <summary>What the cookie holds: no more than the token counts, the rest is read anew with each request.</summary>
    internal static ClaimsPrincipal Of(string token) => new(new ClaimsIdentity([new Claim(TokenClaim, token)], Scheme));

    internal static ClaimsPrincipal Of(SignedIn signedIn, string token) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, signedIn.Account.Number.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, signedIn.Account.Name),
            new Claim(ClaimTypes.Role, signedIn.Account.Role),
            new Claim(SessionClaim, signedIn.Session.ToString(CultureInfo.InvariantCulture)),
            new Claim(TokenClaim, token),
        ],
        Scheme));

    private static long NumberOf(ClaimsPrincipal user, string claim) => long.Parse(
        user.FindFirstValue(claim) ?? throw new InvalidOperationException("Nobody is signed in: the page is open to all."), CultureInfo.InvariantCulture);
}
