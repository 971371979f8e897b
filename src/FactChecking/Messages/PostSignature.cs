using System.Text.RegularExpressions;

namespace FactChecking.Messages;

/// <summary>
/// The line under a copied post: "— Jane Doe (@janedoe) March 3, 2020". Who posted it may be what a claim is about; the
/// account's name says that again, and the day tells nothing but finds every record with that number.
/// </summary>
internal static partial class PostSignature
{
    /// <summary>The text with no more than the name left of its signature.</summary>
    public static string Shorten(string text) =>
        text.Contains("(@", StringComparison.Ordinal) ? AccountAndDate().Replace(text, "") : text;

    [GeneratedRegex(@"(?<=[—–-][^\n—–]{1,80})\(@\w{1,30}\)(?=\s*(?:\p{L}{3,12}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,12}\.? \d{4})?\s*$)")]
    private static partial Regex AccountAndDate();
}
