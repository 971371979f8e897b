using BotHost.SignIn;
using BotHost.Store.Accounts;
using BotHost.Store.Proposals;
using BotHost.Store.Submissions;
using FactChecking.Curation.Queue;
using FactChecking.Curation.Wordings;
using FactChecking.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>The queue: what people passed on, and the wordings that their picks propose.</summary>
public sealed class IndexModel(MaintainerQueue queue, SubmissionStore passedOn, VariantProposalStore proposals, WordingDraft wordings) : PageModel
{
    private const int PageSize = 20;
    private const int MaxWordings = 50;

    /// <summary>Only texts in this language; null: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<(QueueCluster Cluster, IReadOnlyList<ProposedClaim> Claims)> Clusters { get; private set; } = [];

    /// <summary>How many clusters there are on all pages.</summary>
    public int Total { get; private set; }

    public bool HasNext => PageNumber * PageSize < Total;

    public IReadOnlyList<VariantProposal> Wordings { get; private set; } = [];

    /// <summary>Why what was asked for was not done.</summary>
    public string? Problem { get; private set; }

    public bool MayEdit => User.May(Roles.Editor);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Max(PageNumber, 1);
        var clusters = await queue.ReadAsync(ReplyLanguages.FromTag(Language));
        Total = clusters.Count;
        var shown = new List<(QueueCluster, IReadOnlyList<ProposedClaim>)>();
        foreach (var cluster in clusters.Skip((PageNumber - 1) * PageSize).Take(PageSize))
            shown.Add((cluster, await queue.ProposeAsync(cluster.First, cancellationToken)));
        Clusters = shown;
        Wordings = [.. (await proposals.ListAsync()).OrderByDescending(proposal => proposal.Confirmed).Take(MaxWordings)];
    }

    /// <summary>Says what the texts of a cluster are.</summary>
    /// <param name="numbers">The texts, as they were shown: what joined the cluster since is not decided on unseen.</param>
    /// <param name="decision">One of <see cref="SubmissionDecision"/>.</param>
    /// <param name="claim">The claim that they are.</param>
    /// <param name="text">The wording to add to the claim; null: none.</param>
    /// <param name="language">Its language.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IActionResult> OnPostDecideAsync(
        long[] numbers, string decision, string? claim, string? text, string? language, CancellationToken cancellationToken)
    {
        if (!MayEdit)
            return Forbid();
        var isClaim = decision == SubmissionDecision.Claim;
        if (!SubmissionDecision.All.Contains(decision) || (isClaim && !queue.IsOnRecord(claim)))
            return await RefuseAsync(isClaim ? $"There is no claim {claim} on record. Type the id of one, or open a new claim." : "Choose what it is.", cancellationToken);

        if (isClaim && text is not null && await wordings.AddAsync(new VariantProposal(0, claim!, ReplyLanguages.FromTag(language) ?? ReplyLanguages.English, text, 1, "", ""), Name, cancellationToken) is { } refused) // looked at above
            return await RefuseAsync(refused, cancellationToken);
        await passedOn.DecideAsync(numbers, decision, isClaim ? claim : null, Name);
        return RedirectToPage(new { Language });
    }

    public async Task<IActionResult> OnPostWordingAsync(long number, bool accept, CancellationToken cancellationToken)
    {
        if (!MayEdit)
            return Forbid();
        if (await proposals.FindAsync(number) is not { } proposal)
            return await RefuseAsync("Somebody else has decided on this wording.", cancellationToken);
        if (accept && await wordings.AddAsync(proposal, Name, cancellationToken) is { } refused)
            return await RefuseAsync(refused, cancellationToken);
        await proposals.DeleteAsync(number);
        return RedirectToPage(new { Language });
    }

    private string Name => User.Identity?.Name ?? throw new InvalidOperationException("Only who is signed in comes here.");

    private async Task<IActionResult> RefuseAsync(string problem, CancellationToken cancellationToken)
    {
        Problem = problem;
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
