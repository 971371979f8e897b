namespace FactChecking.Curation.Exchange.Imports;

/// <summary>An import that was refused, with the faults found. Nothing of it was stored.</summary>
public sealed class ImportRefusedException(IReadOnlyList<ImportFault> faults)
    : Exception($"{faults.Count} fault(s); nothing was stored.{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    internal ImportRefusedException(string file, string place, string field, string reason, string remedy)
        : this([new ImportFault(file, place, field, reason, remedy)])
    {
    }

    public IReadOnlyList<ImportFault> Faults { get; } = faults;
}
