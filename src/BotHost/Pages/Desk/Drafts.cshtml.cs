using System.ComponentModel.DataAnnotations;
using BotHost.Store.Accounts;
using FactChecking.Curation.DeskImports;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.OutletDrafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>What feeds and lists brought, for a maintainer to look at.</summary>
[Authorize(Roles.Editor)]
public sealed class DraftsModel(ImportDraftStore feeds, FeedDraftReview review, OutletDraftStore outlets) : PageModel
{
    private const int MaxShown = 50;

    /// <summary>The oldest that wait.</summary>
    public IReadOnlyList<ImportDraft> Feeds { get; private set; } = [];

    public int AllFeeds { get; private set; }

    public IReadOnlyList<OutletDraft> Outlets { get; private set; } = [];

    public int AllOutlets { get; private set; }

    /// <summary>Why what was asked for was not done.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync()
    {
        var (fromFeeds, fromLists) = (await feeds.ListAsync(), await outlets.ListAsync());
        (Feeds, AllFeeds) = ([.. fromFeeds.Take(MaxShown)], fromFeeds.Count);
        (Outlets, AllOutlets) = ([.. fromLists.Take(MaxShown)], fromLists.Count);
    }

    /// <summary>Makes a draft from a feed a change to be reviewed.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(
        long number, [StringLength(2000)] string? claim, [StringLength(200)] string? rating, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await RefuseAsync("The claim or the rating is too long.");
        if (await feeds.FindAsync(number) is not { } draft)
            return await RefuseAsync(TooLate);
        return await review.AcceptAsync(draft, claim, rating, User.Identity?.Name ?? "", cancellationToken) is { } key
            ? LocalRedirect($"/desk/records/{key}")
            : await RefuseAsync(TooLate);
    }

    public async Task<IActionResult> OnPostRejectAsync(long number) =>
        await feeds.RejectAsync(number) ? RedirectToPage() : await RefuseAsync(TooLate);

    public async Task<IActionResult> OnPostDiscardAsync(string list, long line) =>
        await outlets.DiscardAsync(list, line) ? RedirectToPage() : await RefuseAsync(TooLate);

    private const string TooLate = "Somebody else has dealt with this draft.";

    private async Task<IActionResult> RefuseAsync(string problem)
    {
        Problem = problem;
        await OnGetAsync();
        return Page();
    }
}
