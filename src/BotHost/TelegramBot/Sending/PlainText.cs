using System.Text.RegularExpressions;

namespace BotHost.TelegramBot.Sending;

/// <summary>Telegram HTML as plain text, for a reply whose markup was refused. The markup may be broken in any way.</summary>
internal static partial class PlainText
{
    public static string From(string html) =>
        Tag().Replace(Link().Replace(html, "$2 ($1)"), "")
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("""<a href="([^"]*)">(.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex Link();

    // Only what looks like a tag: a bare "<" may be what was wrong, and is to be read.
    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();
}
