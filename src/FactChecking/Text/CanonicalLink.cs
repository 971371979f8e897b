using System.Text.RegularExpressions;

namespace FactChecking.Text;

/// <summary>
/// Links brought to one form without fetching them: host in lower case without "www.", "m." or "amp.", no scheme, no
/// fragment, no tracking parameters, no trailing slash.
/// </summary>
public static partial class CanonicalLink
{
    /// <summary>Takes the links out of a text.</summary>
    internal static (string Text, IReadOnlyList<string> Links) TakeOut(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return (text, []);

        var links = new List<string>();
        var rest = Link().Replace(text, match =>
        {
            if (Of(match.Value.TrimEnd('.', ',', ')', ']', '!', '?', ';', ':', '"', '\'', '»', '”')) is { } link)
                links.Add(link);
            return " ";
        });
        return (rest, links);
    }

    /// <summary>The canonical form; null when it is no web address.</summary>
    public static string? Of(string address)
    {
        var absolute = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || HostOf(uri) is not { } host)
            return null;

        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !Tracking().IsMatch(parameter))
            .Order(StringComparer.Ordinal));
        var path = uri.AbsolutePath.TrimEnd('/');
        return $"{host}{path}{(query.Length > 0 ? $"?{query}" : "")}";
    }

    private static string? HostOf(Uri uri)
    {
        try
        {
            return HostPrefix().Replace(uri.IdnHost.ToLowerInvariant(), "");
        }
        catch (UriFormatException) // Uri takes names that IDN does not, and tells only when it is asked for the host
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?:https?://|www\.|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/)[^\s<>\u3000-\u303F\uFF00-\uFFEF\u4E00-\u9FFF]+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:www\d?|m|amp|mobile)\.")]
    private static partial Regex HostPrefix();

    [GeneratedRegex(@"^(?:utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|ref|ref_src|s|si|spm|from|share\w*)(?:=|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();
}
