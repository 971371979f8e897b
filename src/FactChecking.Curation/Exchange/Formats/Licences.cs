using System.Text.RegularExpressions;

namespace FactChecking.Curation.Exchange.Formats;

/// <summary>Licences as SPDX expressions, which is how they are stored.</summary>
public static partial class Licences
{
    /// <summary>True for what has the form of an SPDX expression (SPDX 2.3, annex D); whether such a licence exists is not looked up.</summary>
    public static bool IsSpdx(string licence) => Expression().IsMatch(licence);

    /// <summary>The SPDX id for an address of a Creative Commons licence or of SPDX's own list; else the text as it is.</summary>
    internal static string FromAddress(string licence)
    {
        if (SpdxAddress().Match(licence) is { Success: true } listed)
            return listed.Groups[1].Value;
        if (CreativeCommons().Match(licence) is { Success: true } commons)
            return $"CC-{commons.Groups[1].Value.ToUpperInvariant()}-{commons.Groups[2].Value}";
        return licence.Contains("creativecommons.org/publicdomain/zero/1.0", StringComparison.OrdinalIgnoreCase) ? "CC0-1.0" : licence;
    }

    /// <summary>An address for a licence; the licence itself where it is no single SPDX id.</summary>
    internal static string ToAddress(string licence) => SingleId().IsMatch(licence) ? $"https://spdx.org/licenses/{licence}" : licence;

    [GeneratedRegex(@"^\(*[A-Za-z0-9][A-Za-z0-9.+-]*(?:\)* (?:AND|OR|WITH) \(*[A-Za-z0-9][A-Za-z0-9.+-]*)*\)*$")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.+-]*$")]
    private static partial Regex SingleId();

    [GeneratedRegex(@"^https?://(?:www\.)?spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html)?/?$", RegexOptions.IgnoreCase)]
    private static partial Regex SpdxAddress();

    [GeneratedRegex(@"creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)", RegexOptions.IgnoreCase)]
    private static partial Regex CreativeCommons();
}
