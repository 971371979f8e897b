using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace BotHost.SignIn;

/// <summary>Begins and ends the session of a browser.</summary>
internal sealed class DeskSessions(SessionStore sessions, SignInStore log)
{
    public async Task BeginAsync(HttpContext context, Account account, SignInOutcome how)
    {
        var token = await sessions.StartAsync(account.Number);
        await log.AddAsync(account, name: null, how);
        await context.SignInAsync(DeskUser.Scheme, DeskUser.Of(token));
    }

    /// <summary>Ends the session of the request.</summary>
    public async Task EndAsync(HttpContext context)
    {
        var token = context.User.FindFirst(DeskUser.TokenClaim)?.Value;
        if (token is not null && await sessions.FindAsync(token) is { } signedIn)
        {
            await sessions.EndAsync(signedIn.Account.Number, signedIn.Session);
            await log.AddAsync(signedIn.Account, name: null, SignInOutcome.SignedOut);
        }
        await context.SignOutAsync(DeskUser.Scheme);
    }
}
