using FactChecking.Dossiers;
using FactChecking.Languages;

namespace FactChecking.Outlets;

/// <summary>What is on record of an outlet and may be said to a person.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Country">ISO 3166-1 code; null if unknown.</param>
/// <param name="OwnershipUnclear">Its ownership is not established, so that no label may be shown.</param>
/// <param name="Evidence">What the record rests on.</param>
/// <param name="Namesakes">Others that bear one of its names.</param>
/// <param name="Ownership">Its own ties that hold today, then those of its owners.</param>
/// <param name="Labels">What bodies and platforms said of it, oldest first.</param>
/// <param name="Agreements">Agreements that it is party to, oldest first, those without a date last.</param>
public sealed record OutletRecord(
    Entity Outlet,
    string? Country,
    bool OwnershipUnclear,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Namesake> Namesakes,
    IReadOnlyList<Ownership> Ownership,
    IReadOnlyList<OutletLabel> Labels,
    IReadOnlyList<Agreement> Agreements);

/// <summary>Another organisation that bears a name of an outlet.</summary>
public sealed record Namesake(Entity Outlet, IReadOnlyList<Evidence> Evidence);

/// <summary>A dated statement by a body, not a property of the outlet. Dates are as exact as they are known.</summary>
public sealed record OutletLabel(LocalizedText Label, string AssignedBy, string? From, string? To, IReadOnlyList<Evidence> Evidence);
