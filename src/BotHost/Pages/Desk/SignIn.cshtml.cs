using BotHost.SignIn;
using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BotHost.Pages.Desk;

/// <summary>The way in, by a password or by the provider.</summary>
internal sealed class SignInModel(PasswordSignIn signIn, DeskSessions sessions, IOptions<SignInOptions> options) : PageModel
{
    private const string Home = "/desk";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go then; only addresses of this program are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string ReturnUrl
    {
        get;
        set => field = Url.IsLocalUrl(value) ? value : Home;
    } = Home;

    /// <summary>What the link to the provider says; null: there is none.</summary>
    public string? ProviderName => options.Value.HasProvider ? options.Value.ProviderName : null;

    public string? Problem { get; private set; }

    /// <summary>The fields are wrong, or were left out.</summary>
    public bool IsWrong { get; private set; }

    public IActionResult OnGet(string? refused)
    {
        Problem = refused switch
        {
            "role" => "You are known there, but may do nothing here. Ask a maintainer who may publish.",
            "provider" => "The sign-in there did not come to its end. Try again.",
            _ => null,
        };
        return User.May(Roles.Reader) ? LocalRedirect(ReturnUrl) : Page();
    }

    public IActionResult OnGetProvider() => ProviderName is null
        ? NotFound()
        : Challenge(new AuthenticationProperties { RedirectUri = ReturnUrl }, ProviderSignIn.Scheme);

    public async Task<IActionResult> OnPostAsync()
    {
        var attempt = await signIn.TryAsync(Name?.Trim() ?? "", Password ?? "");
        if (attempt.Account is { } account)
        {
            await sessions.BeginAsync(HttpContext, account, SignInOutcome.SignedIn);
            return LocalRedirect(ReturnUrl);
        }

        IsWrong = !attempt.TooMany;
        Problem = attempt.TooMany
            ? "There were too many attempts. Wait a minute, and try again."
            : $"That did not work. Name or password are wrong, or the account rests for {PasswordStore.LockedFor.TotalMinutes:F0} minutes after {PasswordStore.MaxFailures} wrong passwords, or it is disabled.";
        if (attempt.TooMany)
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }
}
