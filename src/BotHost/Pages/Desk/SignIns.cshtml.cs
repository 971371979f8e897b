using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>Who signed in or tried to.</summary>
[Authorize(Roles.Publisher)]
internal sealed class SignInsModel(SignInStore log) : PageModel
{
    public const int Shown = 500;

    public IReadOnlyList<SignInEntry> SignIns { get; private set; } = [];

    public async Task OnGetAsync() => SignIns = await log.ListAsync(account: null, Shown);
}
