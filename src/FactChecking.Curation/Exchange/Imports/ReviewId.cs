using System.Security.Cryptography;
using System.Text;
using FactChecking.Text;

namespace FactChecking.Curation.Exchange.Imports;

/// <summary>The id of a review that brings none: the same for the same page and claim, so that a repeated import updates.</summary>
internal static class ReviewId
{
    /// <param name="url">The review's address.</param>
    /// <param name="claim">What it is about: a page may review several claims.</param>
    public static string Of(string url, string claim)
    {
        var words = string.Join(' ', claim.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{CanonicalLink.Of(url) ?? url}\n{words}"));
        return $"R-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}"; // 80 bits, so that a million do not meet
    }
}
