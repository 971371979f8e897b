using FactChecking.Published;
using Microsoft.AspNetCore.Mvc;

namespace BotHost.Pages.Public;

/// <summary>All on record of one outlet.</summary>
public sealed class OutletModel(PublishedRecords records) : PublicPage
{
    public PublishedOutlet Outlet { get; private set; } = null!; // set before the page is shown

    public IActionResult OnGet(string id)
    {
        if (records.FindOutlet(id) is not { } outlet)
            return NoSuchRecord();
        Outlet = outlet;
        return Page();
    }
}
