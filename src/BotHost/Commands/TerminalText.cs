using System.Net;
using System.Text.RegularExpressions;

namespace BotHost.Commands;

/// <summary>A reply for a terminal: without tags, with addresses in brackets.</summary>
internal static partial class TerminalText
{
    public static string FromHtml(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Link().Replace(html, "$2 <$1>".Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)), ""));

    [GeneratedRegex("""<a href="([^"]*)">(.*?)</a>""")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
