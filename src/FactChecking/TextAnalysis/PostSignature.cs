using System.Text.RegularExpressions;

namespace FactChecking.TextAnalysis;

/// <summary>
/// The line under a copied post: "— Jane Doe (@janedoe) March 3, 2020". Who posted it may be what a claim is about; the
/// account's name says that again, and when it was
/// posted is not when it happened.
/// </summary>
internal static partial class PostSignature
{
    /// <summary>The text without the account's name in its signature, and how many numbers the date there holds at its end.</summary>
    public static (string Text, int Numbers) Shorten(string text)
    {
        if (!text.Contains("(@", StringComparison.Ordinal) || Account().Match(text) is not { Success: true } account)
            return (text, 0);
        return (text.Remove(account.Groups["account"].Index, account.Groups["account"].Length), account.Groups["year"].Success ? 1 : 0);
    }

    [GeneratedRegex(@"[—–-][^\n—–]{1,80}(?<account>\(@\w{1,30}\))\s*(?:(?:\p{L}{3,12}\.? \d{1,2}, |\d{1,2} \p{L}{3,12}\.? )(?<year>\d{4}))?\s*$")]
    private static partial Regex Account();
}
