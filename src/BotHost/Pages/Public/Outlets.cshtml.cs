using FactChecking.Published;

namespace BotHost.Pages.Public;

/// <summary>All outlets, owners, institutions and platforms.</summary>
public sealed class OutletsModel(PublishedRecords records) : PublicPage
{
    public IReadOnlyList<OutletLine> Outlets { get; private set; } = [];

    public void OnGet() => Outlets = records.Outlets();
}
