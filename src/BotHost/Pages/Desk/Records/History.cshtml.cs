using BotHost.SignIn;
using BotHost.Store.Accounts;
using FactChecking.Curation.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk.Records;

/// <summary>Every text that a record had: who, when, why, what changed, and back to it.</summary>
public sealed class HistoryModel(RecordEditor editor, RevisionStore revisions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Number of the revision that is compared with the one before it; null: none.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Compare { get; set; }

    public IReadOnlyList<Revision> Revisions { get; private set; } = [];

    public DiffView? Diff { get; private set; }

    /// <summary>The revision that is shown; null: none.</summary>
    public Revision? Shown { get; private set; }

    public string? Problem { get; private set; }

    public bool MayEdit => User.May(Roles.Editor);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (RecordKey.Of(Kind, Id) is not { } key)
            return NotFound();
        Revisions = await revisions.HistoryAsync(key);
        var state = await editor.FindAsync(key, cancellationToken);
        if (Revisions.Count == 0 && state is null)
            return NotFound();

        Shown = Revisions.FirstOrDefault(revision => revision.Number == Compare);
        if (Shown is not null)
        {
            // A change that is still to follow is compared with what stands; an earlier one with what stood then.
            var before = Shown.IsOpen
                ? state?.Published
                : Revisions.FirstOrDefault(revision => revision.Number < Shown.Number && revision.State == RevisionState.Published)?.Text;
            Diff = DiffView.Of(before, Shown.Text, Kind, Shown.IsOpen ? "As published" : "Before", $"Revision {Shown.Number}");
        }
        return Page();
    }

    /// <summary>Makes an earlier text the record's next state, to be reviewed like any other.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(long number, CancellationToken cancellationToken)
    {
        if (!MayEdit)
            return Forbid();
        if (RecordKey.Of(Kind, Id) is not { } key || await revisions.FindAsync(number) is not { } revision || revision.Key != key)
            return NotFound();

        var version = (await editor.FindAsync(key, cancellationToken))?.Version;
        var outcome = await editor.SaveAsync(key, version, revision.Text, User.Identity?.Name ?? "", $"Back to revision {number}", cancellationToken);
        if (outcome is SaveOutcome.Saved)
            return LocalRedirect($"/desk/records/{key}");
        Problem = outcome is SaveOutcome.Same ? "The record says this already." : "Somebody else saved the record at this moment. Look again.";
        return await OnGetAsync(cancellationToken);
    }
}
