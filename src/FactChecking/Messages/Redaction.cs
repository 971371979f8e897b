using System.Text.RegularExpressions;

namespace FactChecking.Messages;

/// <summary>
/// Takes out of a text what may lead to a person and can be told by its form: e-mail addresses, user names, phone numbers,
/// numbers of cards, accounts and papers, keys, and of links all but the host and the path. Names cannot be told from other
/// words and stay, so what is redacted is still not fit to be published unread.
/// </summary>
public static partial class Redaction
{
    /// <summary>What stands in the place of what was taken out.</summary>
    public const string Mark = "…";

    /// <summary>The redacted text. To redact it again changes nothing.</summary>
    public static string Of(string text) => Of(text, Address);

    /// <summary>The redacted text, all links taken out.</summary>
    internal static string WithoutLinks(string text) => Of(text, _ => " ");

    private static string Of(string text, Func<string, string> ofLink)
    {
        // Links are set aside first: the rules for words would take the address of an article for a phone number.
        var parts = new List<string>();
        var start = 0;
        foreach (var link in Link().EnumerateMatches(text))
        {
            parts.Add(Words(text[start..link.Index]));
            parts.Add(ofLink(text.Substring(link.Index, link.Length)));
            start = link.Index + link.Length;
        }
        parts.Add(Words(text[start..]));
        return Marks().Replace(string.Concat(parts), Mark);
    }

    private static string Words(string text)
    {
        text = Email().Replace(text, Mark);
        text = UserName().Replace(text, Mark);
        text = Key().Replace(text, Mark);
        text = AccountNumber().Replace(text, Mark);
        text = LongNumber().Replace(text, match => IsAmount(match.Value) ? match.Value : Mark);
        return Phone().Replace(text, match => IsAmount(match.Value) || Date().IsMatch(match.Value) ? match.Value : Mark);
    }

    private static bool IsAmount(string number) => Amount().IsMatch(number);

    // A query and a fragment say who followed the link; a path below such a host names a person, or a group by invitation.
    private static string Address(string link)
    {
        var end = link.Length - TrailingPunctuation().Match(link).Length;
        var (address, rest) = (link[..end], link[end..]);
        var cut = address.IndexOfAny(['?', '#']);
        if (cut >= 0)
            address = address[..cut];

        var parts = Parts().Match(address);
        var host = parts.Groups["host"].Value;
        var path = parts.Groups["path"].Value;
        if (!IsOpenScheme(parts.Groups["scheme"].Value))
            return Mark + rest;
        path = PersonalHost().IsMatch(host)
            ? (path.Length > 1 ? $"/{Mark}" : path)
            : string.Join('/', path.Split('/').Select(segment => PersonalSegment().IsMatch(segment) ? Mark : segment));
        return $"{parts.Groups["scheme"].Value}{host}{path}{rest}";
    }

    private static bool IsOpenScheme(string scheme) =>
        scheme.Length == 0 || scheme.Equals("https://", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http://", StringComparison.OrdinalIgnoreCase);

    // Without a scheme only what has a path or a query, or begins with www: else every "word.word" would be a link. Each of
    // the patterns below begins where nothing of its own kind stands before it, so that none is tried at every letter.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9+.\-@＠_])(?:[A-Za-z][A-Za-z0-9+.\-]{1,20}://|www\.|(?:[A-Za-z0-9\-]{1,63}\.){1,5}[A-Za-z]{2,24}(?=[/?]))[^\s<>""«»“”\u3000-\u303F\uFF00-\uFFEF\u4E00-\u9FFF]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"[.,)\]!?;:'’…]+$")]
    private static partial Regex TrailingPunctuation();

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*://)?(?:[^/@]*@)?(?<host>[^/]*)(?<path>.*)$", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"^(?:[a-z0-9\-]+\.)*(?:t\.me|telegram\.(?:me|dog)|wa\.me|whatsapp\.com|viber\.com|line\.me|signal\.(?:me|group)|vk\.(?:com|ru|me)|ok\.ru|facebook\.com|fb\.(?:com|me)|instagram\.com|threads\.net|x\.com|twitter\.com|tiktok\.com|weibo\.(?:com|cn)|weixin\.qq\.com|discord\.gg|linkedin\.com)(?::\d+)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PersonalHost();

    // A handle, an address, a phone number with its plus, or letters and digits mixed too long for a word.
    [GeneratedRegex(@"@|%40|^\+\d{7,}$|^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_=]{20,}$|^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
    private static partial Regex PersonalSegment();

    [GeneratedRegex(@"(?<![A-Za-z0-9\u0400-\u04FF._%+\-])[A-Za-z0-9\u0400-\u04FF._%+\-]+[@＠][A-Za-z0-9\u0400-\u04FF\-]+(?:\.[A-Za-z0-9\u0400-\u04FF\-]+)+")]
    private static partial Regex Email();

    // Also in Cyrillic and Chinese letters, where a name ends with the next sign or space.
    [GeneratedRegex(@"(?<![A-Za-z0-9])[@＠][\p{L}\p{N}_][\p{L}\p{N}_.\-]{1,63}")]
    private static partial Regex UserName();

    [GeneratedRegex(@"(?<![A-Za-z0-9_\-])(?=[A-Za-z_\-:]*[0-9])(?=[0-9_\-:]*[A-Za-z])[A-Za-z0-9_\-:]{24,}")]
    private static partial Regex Key();

    // IBAN, and the Chinese number of an identity card with its check letter.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:[A-Z]{2}[0-9]{2}(?:[ \u00A0]?[A-Z0-9]{4}){2,7}(?:[ \u00A0]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])|[0-9]{17}[0-9Xx](?![A-Za-z0-9]))")]
    private static partial Regex AccountNumber();

    // Cards have 13 to 19 digits in groups; nine and more in a run are the number of something, not an amount.
    [GeneratedRegex(@"(?<![\d.,])\d(?:[ \u00A0\-]?\d){12,18}(?!\d)|(?<![\d.,])\d{9,32}(?!\d)")]
    private static partial Regex LongNumber();

    // With a plus; in a national form with its leading 0 or 8; Chinese mobile; 3-3-4; 3-2-2. Digits of every width.
    [GeneratedRegex(
        @"[+＋]\s?\d(?:[\s \u00A0\u3000.()（）\-－\u2010-\u2015]{0,3}\d){6,14}|(?<![\d.,])[(（]?[08０８](?:[ \u00A0\u3000.()（）\-－\u2010-\u2015]{0,3}\d){8,11}(?!\d)|(?<!\d)[1１][3-9３-９]\d[ \u00A0\-－]?\d{4}[ \u00A0\-－]?\d{4}(?!\d)|(?<!\d)\(?\d{3}\)?[ \u00A0.\-]{1,2}\d{3}[ \u00A0.\-]\d{2}[ \u00A0.\-]?\d{2}(?!\d)|(?<![\d\-])\d{3}-\d{2}-\d{2}(?![\d\-])")]
    private static partial Regex Phone();

    // "8 000 000 000": groups of three after the first.
    [GeneratedRegex(@"^\d{1,3}(?:[ \u00A0.,]\d{3})+$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\d{1,2}[.\-]\d{1,2}[.\-]\d{4}")]
    private static partial Regex Date();

    [GeneratedRegex(@"…(?:\s*…)+")]
    private static partial Regex Marks();
}
