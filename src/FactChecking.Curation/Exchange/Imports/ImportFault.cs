namespace FactChecking.Curation.Exchange.Imports;

/// <summary>Something wrong in what was to be imported.</summary>
/// <param name="File">The file, without its folder, or the address.</param>
/// <param name="Place">Where in it: "line 7", or "item 3", counted from 1; empty: the file as a whole.</param>
/// <param name="Field">The field; empty: the item as a whole.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ImportFault(string File, string Place, string Field, string Reason, string Remedy)
{
    public override string ToString() =>
        $"{File}{(Place.Length > 0 ? $", {Place}" : "")}: {(Field.Length > 0 ? $"{Field}: " : "")}{Reason}. {Remedy}";
}
