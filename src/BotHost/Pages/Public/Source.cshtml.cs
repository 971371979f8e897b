using FactChecking.Published;
using Microsoft.AspNetCore.Mvc;

namespace BotHost.Pages.Public;

/// <summary>A document that records rest on.</summary>
public sealed class SourceModel(PublishedRecords records) : PublicPage
{
    public PublishedDocument Source { get; private set; } = null!; // set before the page is shown

    public IActionResult OnGet(string id)
    {
        if (records.FindDocument(id) is not { } source)
            return NoSuchRecord();
        Source = source;
        return Page();
    }
}
