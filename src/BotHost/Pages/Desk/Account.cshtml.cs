using BotHost.SignIn;
using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>What everybody may do with their own account.</summary>
internal sealed class AccountModel(AccountStore accounts, SessionStore sessions, SignInStore log, PasswordStore store, PasswordSignIn signIn, Passwords passwords) : PageModel
{
    private const int SignInsShown = 20;

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Changed { get; set; }

    public Account Own { get; private set; } = null!; // read before the page is shown

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<SignInEntry> SignIns { get; private set; } = [];

    public string? Problem { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await ReadAsync();
        if (Own.Subject is not null)
            return BadRequest();
        Problem = Passwords.FindFault(Password, Own.Name) ?? (Password == Again ? null : "The two new passwords differ.");
        // As with a sign-in, wrong ones are counted: a browser left open must not serve to guess it.
        if (Problem is null && (await signIn.TryAsync(Own.Name, Current ?? "")).Account is null)
            Problem = "The current password is wrong, or the account rests after too many wrong ones.";
        if (Problem is not null)
            return Page();

        await store.SetAsync(Own.Number, passwords.Hash(Password!), User.SessionNumber()); // without one there was a fault
        return RedirectToPage(new { changed = true });
    }

    public async Task<IActionResult> OnPostEndAsync(long session)
    {
        await sessions.EndAsync(User.AccountNumber(), session);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndAllAsync(User.AccountNumber(), User.SessionNumber());
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        var number = User.AccountNumber();
        Own = await accounts.FindAsync(number) ?? throw new InvalidOperationException("An account is never deleted.");
        Sessions = await sessions.ListAsync(number);
        SignIns = await log.ListAsync(number, SignInsShown);
    }
}
