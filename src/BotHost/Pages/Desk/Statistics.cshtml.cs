using BotHost.Store.Statistics;
using FactChecking.Answers;
using FactChecking.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>What was asked and answered, by week and language. What is under ten is hidden.</summary>
public sealed class StatisticsModel(StatisticsStore statistics, ClaimDetails details) : PageModel
{
    private const int MaxClaims = 20;

    /// <summary>Over how many weeks one may look.</summary>
    public static readonly IReadOnlyList<int> Spans = [4, 12, 26, 52, 104];

    /// <summary>Only answers in this language; null: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>How many weeks, one of <see cref="Spans"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public int Weeks { get; set; } = 12;

    public WeeklyCounts Counts { get; private set; } = null!; // OnGetAsync runs first

    /// <summary>The claims that were stated most, and how often.</summary>
    public IReadOnlyList<(ClaimCount Claim, string Text)> MostAsked { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Language = ReplyLanguages.FromTag(Language);
        Weeks = Spans.Contains(Weeks) ? Weeks : 12;
        Counts = await statistics.ReadAsync(Weeks);
        MostAsked = [.. Counts.MostAsked(MaxClaims).Select(claim => (claim, details.FindClaimText(claim.Claim, Language ?? ReplyLanguages.English) ?? ""))];
    }
}
