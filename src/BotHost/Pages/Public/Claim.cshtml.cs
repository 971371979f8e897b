using System.Text.Json;
using BotHost.Api;
using FactChecking.Dossiers;
using FactChecking.Published;
using Microsoft.AspNetCore.Mvc;

namespace BotHost.Pages.Public;

/// <summary>All on record of one claim.</summary>
public sealed class ClaimModel(PublishedRecords records) : PublicPage
{
    public ClaimDossier Claim { get; private set; } = null!; // set before the page is shown

    public string? PublishedAt { get; private set; }

    /// <summary>Fact-checks of this very claim, then of what is near it.</summary>
    public IReadOnlyList<IGrouping<string, Debunk>> Findings { get; private set; } = [];

    /// <summary>The claim in the form of schema.org. It is a Claim, never a ClaimReview: this site is not the reviewer.</summary>
    public string JsonLd => JsonSerializer.Serialize(ClaimMarkup.Of(Claim, Language), ClaimMarkup.Json);

    public IActionResult OnGet(string id)
    {
        if (records.FindClaim(id) is not { } claim)
            return NoSuchRecord();
        Claim = claim;
        PublishedAt = records.State.PublishedAt?.Split('T')[0];
        Findings = [.. claim.Debunks.GroupBy(debunk => debunk.Scope is "evidence_limit" or "context" ? "evidence" : debunk.Scope)
            .OrderBy(group => group.Key switch { "same_claim" => 0, "evidence" => 1, _ => 2 })];
        return Page();
    }

    public IEnumerable<EstablishedStatement> Established(string? side) => Claim.Established.Where(statement => statement.Side == side);
}
