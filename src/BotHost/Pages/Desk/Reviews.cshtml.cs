using BotHost.Store.Accounts;
using FactChecking.Curation.Editing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>All changes that are not published yet, and those that were last.</summary>
[Authorize(Roles.Editor)]
public sealed class ReviewsModel(RevisionStore revisions) : PageModel
{
    private const int MaxPublished = 30;

    public IReadOnlyList<Revision> Waiting { get; private set; } = [];

    public IReadOnlyList<Revision> Drafts { get; private set; } = [];

    public IReadOnlyList<Revision> Published { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var open = await revisions.OpenAsync();
        Waiting = [.. open.Where(revision => revision.State == RevisionState.InReview)];
        Drafts = [.. open.Where(revision => revision.State == RevisionState.Draft)];
        Published = [.. (await revisions.LatestAsync(RevisionState.Published, MaxPublished)).Where(revision => revision.DecidedBy is not null)];
    }
}
