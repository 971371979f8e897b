namespace FactChecking.Variants;

/// <summary>Where a variant comes from, the words of the data files; the first are kept before the last.</summary>
internal static class VariantOrigin
{
    public const string Curated = "curated";

    /// <summary>A person's own words, of which they said that the claim is meant, and which a maintainer accepted.</summary>
    public const string Confirmed = "confirmed";

    public const string Drafted = "drafted";

    public static readonly IReadOnlyList<string> All = [Curated, Confirmed, Drafted];

    /// <summary>0 is kept first.</summary>
    public static int RankOf(string origin) => All.Index().First(item => item.Item == origin).Index;

    /// <summary>What people really wrote is not made up; all else is.</summary>
    public static bool IsSynthetic(string origin) => origin != Confirmed;
}
