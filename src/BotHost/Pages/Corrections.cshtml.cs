using FactChecking.Curation.Editing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages;

/// <summary>What was wrong in records, and was corrected.</summary>
public sealed class CorrectionsModel(RevisionStore revisions) : PageModel
{
    private const int Most = 500;

    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    public async Task OnGetAsync() => Corrections = await revisions.CorrectionsAsync(null, Most);
}
