using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Store.Accounts;

/// <summary>What can be a maintainer's name. It is shown with everything that they change.</summary>
public static partial class AccountName
{
    public const int Longest = 40;

    /// <summary>Said where a name is refused.</summary>
    public const string Rule = "A name has 2 to 40 letters, digits, single spaces or any of . _ - ' @ and begins with a letter or a digit.";

    public static bool IsValid(string name) => name.Length is >= 2 and <= Longest && Form().IsMatch(name);

    /// <summary>The same for names that differ in case or in the width of letters only.</summary>
    internal static string KeyOf(string name) =>
        // A lone half of a surrogate pair cannot be normalised; nobody has such a name.
        name.EnumerateRunes().Contains(Rune.ReplacementChar) ? "" : name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{Nd}]+([ ._'@-][\p{L}\p{M}\p{Nd}]+)*\z")]
    private static partial Regex Form();
}
