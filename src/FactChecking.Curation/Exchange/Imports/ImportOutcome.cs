namespace FactChecking.Curation.Exchange.Imports;

/// <summary>What an import did.</summary>
/// <param name="Stored">Records or drafts that it stored.</param>
/// <param name="Repeated">Items that stood in the file before, or are known already: nothing was done with them.</param>
/// <param name="LeftOut">What was wrong with those that were left out.</param>
public sealed record ImportOutcome(int Stored, int Repeated, IReadOnlyList<ImportFault> LeftOut);
