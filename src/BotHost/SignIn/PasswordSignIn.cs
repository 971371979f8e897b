using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Identity;

namespace BotHost.SignIn;

/// <summary>
/// Looks whether a name and a password belong together. Who is refused learns nothing from the answer or from the time it
/// took: neither whether the name exists, nor whether it is locked or disabled.
/// </summary>
internal sealed class PasswordSignIn(PasswordStore store, SignInStore log, Passwords passwords, SignInLimits limits)
{
    /// <summary>Tries; what became of it is noted, a success by whoever begins the session.</summary>
    public async Task<Attempt> TryAsync(string name, string password)
    {
        if (!limits.Allows(name))
            return new Attempt(null, TooMany: true);

        var account = await store.AttemptAsync(name);
        var result = passwords.Verify(account?.PasswordHash, password);
        if (FaultOf(account, result) is { } fault)
        {
            await log.AddAsync(account, name, fault);
            return new Attempt(null, TooMany: false);
        }

        await store.SucceededAsync(account!.Number); // else it was a fault
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            await store.RehashAsync(account, passwords.Hash(password));
        return new Attempt(account, TooMany: false);
    }

    private static SignInOutcome? FaultOf(Account? account, PasswordVerificationResult result) => account switch
    {
        null => SignInOutcome.UnknownName,
        { IsLocked: true } => SignInOutcome.Locked,
        _ when result == PasswordVerificationResult.Failed => SignInOutcome.WrongPassword,
        { IsDisabled: true } => SignInOutcome.Disabled,
        _ => null,
    };
}

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Account">Who it is; null: refused.</param>
/// <param name="TooMany">Refused without a look at the password, for there were too many attempts.</param>
internal sealed record Attempt(Account? Account, bool TooMany);
