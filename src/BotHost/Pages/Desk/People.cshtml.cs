using BotHost.SignIn;
using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>Who may come to the desk, and what for.</summary>
[Authorize(Roles.Publisher)]
internal sealed class PeopleModel(AccountStore accounts, SessionStore sessions, OneTimeLinkStore links, TimeProvider clock) : PageModel
{
    private const string Gone = "There is no such account.";

    public IReadOnlyList<(Account Account, int Sessions)> Accounts { get; private set; } = [];

    /// <summary>A link that was just made; it can be shown at no other time.</summary>
    public ShownLink? Link { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The name that could not be invited.</summary>
    public string? Invited { get; private set; }

    public static string StateOf(Account account) => account switch
    {
        { IsDisabled: true } => "disabled",
        { CanSignIn: false } => "invited",
        { IsLocked: true } => "locked for some minutes",
        _ => "active",
    };

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostInviteAsync(string? name, string? role)
    {
        Invited = name?.Trim() ?? "";
        if (!AccountName.IsValid(Invited))
            return await PageWithAsync(AccountName.Rule);
        if (role is null || !Roles.All.Contains(role))
            return BadRequest();
        if (await accounts.AddAsync(Invited, role, passwordHash: null) is not { } account)
            return await PageWithAsync("This name is taken.");
        Invited = null;
        return await PageWithLinkAsync(account);
    }

    public async Task<IActionResult> OnPostLinkAsync(long account) =>
        await accounts.FindAsync(account) is { Subject: null, IsDisabled: false } found ? await PageWithLinkAsync(found) : await PageWithAsync(Gone);

    public async Task<IActionResult> OnPostRoleAsync(long account, string? role) => role is null || !Roles.All.Contains(role)
        ? BadRequest()
        : await PageAfterAsync(await accounts.SetRoleAsync(account, role));

    public async Task<IActionResult> OnPostDisableAsync(long account) => await PageAfterAsync(await accounts.DisableAsync(account));

    public async Task<IActionResult> OnPostEnableAsync(long account) => await PageAfterAsync(await accounts.EnableAsync(account));

    public async Task<IActionResult> OnPostSessionsAsync(long account)
    {
        await sessions.EndAllAsync(account);
        return RedirectToPage();
    }

    private async Task<IActionResult> PageAfterAsync(AccountChange change) => change switch
    {
        AccountChange.Done => RedirectToPage(),
        AccountChange.LastPublisher => await PageWithAsync("This is the last account that may publish and decide about people. Make another one a publisher first."),
        _ => await PageWithAsync(Gone),
    };

    private async Task<IActionResult> PageWithLinkAsync(Account account)
    {
        var token = await links.CreateAsync(account);
        var lasts = account.CanSignIn ? OneTimeLinkStore.ResetLasts : OneTimeLinkStore.InvitationLasts;
        Link = new ShownLink(account.Name, FirstMaintainer.LinkTo($"{Request.Scheme}://{Request.Host}{Request.PathBase}", token), clock.GetUtcNow() + lasts);
        return await PageWithAsync(problem: null);
    }

    private async Task<IActionResult> PageWithAsync(string? problem)
    {
        Problem = problem;
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        var found = new List<(Account, int)>();
        foreach (var account in await accounts.ListAsync())
            found.Add((account, (await sessions.ListAsync(account.Number)).Count));
        Accounts = found;
    }

    /// <summary>A one-time link: for whom, and until when it opens something.</summary>
    public sealed record ShownLink(string Name, string Address, DateTimeOffset Until);
}
