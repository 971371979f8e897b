namespace FactChecking.Outlets;

/// <summary>The records to show of the outlets that a message points to.</summary>
/// <param name="Records">The records, the surest first.</param>
/// <param name="IsAmbiguous">One of them is meant, and nothing tells which.</param>
/// <param name="OnlyAddress">The message is nothing but an address.</param>
/// <param name="AsksOfBoth">The message asks about two outlets: of their agreements only those between them are held.</param>
internal sealed record OutletFindings(IReadOnlyList<OutletRecord> Records, bool IsAmbiguous, bool OnlyAddress, bool AsksOfBoth);
