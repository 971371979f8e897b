using BotHost.SignIn;
using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>
/// What a one-time link opens: the first maintainer's name and password, or the password of who was invited or forgot theirs. To
/// look at it uses nothing up, as messengers look at links before people do.
/// </summary>
internal sealed class WelcomeModel(OneTimeLinkStore links, Passwords passwords, DeskSessions sessions) : PageModel
{
    private OneTimeLink? _link;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool IsOpen => _link is { Account: null or { IsDisabled: false } };

    public bool IsFirst => _link is { Account: null };

    /// <summary>Whose password it sets; null: nobody's yet.</summary>
    public string? KnownName => _link?.Account?.Name;

    public string? Problem { get; private set; }

    public async Task OnGetAsync()
    {
        _link = await links.FindAsync(Token);
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        _link = await links.FindAsync(Token);
        var name = (KnownName ?? Name ?? "").Trim();
        Problem = FindFault(name);
        if (!IsOpen || Problem is not null)
            return PageOfLink();

        var hash = passwords.Hash(Password!); // without one there was a fault
        var account = IsFirst ? await links.MakeFirstAsync(Token, name, hash) : await links.SetPasswordAsync(Token, hash);
        if (account is null)
        {
            // Somebody was quicker.
            _link = null;
            return PageOfLink();
        }
        await sessions.BeginAsync(HttpContext, account, SignInOutcome.ByLink);
        return LocalRedirect("/desk");
    }

    private string? FindFault(string name)
    {
        if (!AccountName.IsValid(name))
            return AccountName.Rule;
        return Passwords.FindFault(Password, name) ?? (Password == Again ? null : "The two passwords differ.");
    }

    private PageResult PageOfLink()
    {
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
