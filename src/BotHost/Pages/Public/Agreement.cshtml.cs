using FactChecking.Published;
using Microsoft.AspNetCore.Mvc;

namespace BotHost.Pages.Public;

/// <summary>All on record of one agreement.</summary>
public sealed class AgreementModel(PublishedRecords records) : PublicPage
{
    public PublishedAgreement Agreement { get; private set; } = null!; // set before the page is shown

    public IActionResult OnGet(string id)
    {
        if (records.FindAgreement(id) is not { } agreement)
            return NoSuchRecord();
        Agreement = agreement;
        return Page();
    }
}
