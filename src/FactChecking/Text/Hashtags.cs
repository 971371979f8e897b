using System.Text.RegularExpressions;

namespace FactChecking.Text;

/// <summary>Hashtags and user names read as the words that they are made of: "#SaveDonbassPeople" as "Save Donbass People".</summary>
internal static partial class Hashtags
{
    /// <summary>Hashtags that are split; to find the seams in thousands costs more than all else of a match.</summary>
    private const int MaxTags = 100;

    public static string Split(string text) =>
        text.AsSpan().ContainsAny('#', '@')
            ? Tag().Replace(text, tag => $" {WordStart().Replace(tag.Groups[1].Value.Replace('_', ' '), " ")} ", MaxTags)
            : text;

    [GeneratedRegex(@"[#@](\w+)#?")]
    private static partial Regex Tag();

    // Between a small letter and a capital, and before the last capital of an abbreviation: "USbiolabs" has no seam to cut.
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{Nd})")]
    private static partial Regex WordStart();
}
