using FactChecking.Dossiers;
using FactChecking.Languages;
using FactChecking.Outlets;

namespace FactChecking.Published;

/// <summary>All on record of an outlet.</summary>
/// <param name="Record">What it is, its owners of today, labels and agreements.</param>
/// <param name="OwnersOverTime">Its own ties, those that ended among them, oldest first.</param>
/// <param name="Domains">Its domains.</param>
/// <param name="Mirrors">Host names that show the same pages.</param>
/// <param name="Channels">Its public Telegram channels, without @.</param>
/// <param name="LinkPolicy">none, archive or direct, and why; null where nothing is set.</param>
/// <param name="Claims">Claims that it carried, as appearances on record tell.</param>
public sealed record PublishedOutlet(
    OutletRecord Record,
    IReadOnlyList<Ownership> OwnersOverTime,
    IReadOnlyList<string> Domains,
    IReadOnlyList<string> Mirrors,
    IReadOnlyList<string> Channels,
    LinkPolicy? LinkPolicy,
    IReadOnlyList<ClaimLine> Claims);

/// <summary>Whether an outlet is linked to, and why.</summary>
public sealed record LinkPolicy(string Policy, string Reason);

/// <summary>An outlet as it is listed.</summary>
public sealed record OutletLine(string Id, string Kind, string? Country, IReadOnlyDictionary<string, IReadOnlyList<string>> Names);

/// <summary>A claim as it is listed.</summary>
public sealed record ClaimLine(string Id, LocalizedText Text);
