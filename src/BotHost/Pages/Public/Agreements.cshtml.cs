using FactChecking.Published;

namespace BotHost.Pages.Public;

/// <summary>All agreements.</summary>
public sealed class AgreementsModel(PublishedRecords records) : PublicPage
{
    public IReadOnlyList<PublishedAgreement> Agreements { get; private set; } = [];

    public void OnGet() => Agreements = records.Agreements();
}
