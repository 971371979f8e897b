namespace FactChecking.Curation.DataFiles;

/// <summary>Records that were refused, with every fault found. Nothing of them was stored.</summary>
public sealed class DataFaultsException(IReadOnlyList<DataFault> faults)
    : Exception($"{faults.Count} fault(s) in the records; nothing was stored.{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<DataFault> Faults { get; } = faults;
}
