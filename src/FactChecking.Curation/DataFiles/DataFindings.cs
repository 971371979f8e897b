namespace FactChecking.Curation.DataFiles;

/// <summary>What was found in a data folder.</summary>
/// <param name="Faults">What is wrong: nothing is loaded while there is any.</param>
/// <param name="Notes">What a curator should know and what stops nothing; not looked for while there are faults.</param>
public sealed record DataFindings(IReadOnlyList<DataFault> Faults, IReadOnlyList<DataFault> Notes);
