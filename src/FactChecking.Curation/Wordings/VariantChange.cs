namespace FactChecking.Curation.Wordings;

/// <summary>What became of adding or removing a variant.</summary>
/// <param name="Refused">Why nothing was changed; null when it was.</param>
/// <param name="Notes">What a maintainer should know of the claim's variants as they are now.</param>
public sealed record VariantChange(string? Refused, IReadOnlyList<string> Notes)
{
    internal static readonly VariantChange Done = new(null, []);

    internal static VariantChange Because(string reason) => new(reason, []);
}
