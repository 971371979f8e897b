using System.Globalization;
using System.Text;

namespace BotHost.Tests.Support;

/// <summary>
/// Reads Telegram HTML as strictly as Telegram's server does. Its rules, after the open source of the server: few tags, four
/// named entities and the numeric ones, everything closed in the right order; there is no forgiving.
/// </summary>
public sealed class TelegramHtml
{
    private static readonly HashSet<string> Tags =
    [
        "a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "tg-emoji", "code", "pre", "blockquote",
    ];

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<(string Tag, int At)> _open = new();
    private int _at;

    private TelegramHtml(string html) => _html = html;

    /// <summary>Addresses of the links, in order.</summary>
    private List<string> Links { get; } = [];

    /// <exception cref="RefusedException">What Telegram would say against it.</exception>
    public static (string Text, IReadOnlyList<string> Links) Parse(string html)
    {
        var parser = new TelegramHtml(html);
        parser.Run();
        return (parser._text.ToString(), parser.Links);
    }

    private void Run()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '&')
                _text.Append(ReadEntity());
            else if (_html[_at] != '<')
                _text.Append(_html[_at++]);
            else if (_at + 1 < _html.Length && _html[_at + 1] == '/')
                ReadEnd();
            else
                ReadStart();
        }

        if (_open.TryPeek(out var left))
            throw Refuse($"Can't find end tag corresponding to start tag \"{left.Tag}\"");
    }

    private void ReadStart()
    {
        var start = _at++;
        var tag = ReadWhile(c => !char.IsWhiteSpace(c) && c != '>').ToLowerInvariant();
        if (_at >= _html.Length)
            throw Refuse($"Unclosed start tag at byte offset {Offset(start)}");
        if (!Tags.Contains(tag))
            throw Refuse($"Unsupported start tag \"{tag}\" at byte offset {Offset(start)}");

        var attributes = ReadAttributes(tag, start);
        if (tag == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
            throw Refuse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Offset(start)}");
        if (tag == "a" && attributes.TryGetValue("href", out var href))
            Links.Add(href);
        _open.Push((tag, start));
    }

    private Dictionary<string, string> ReadAttributes(string tag, int start)
    {
        var attributes = new Dictionary<string, string>();
        while (true)
        {
            ReadWhile(char.IsWhiteSpace);
            if (_at >= _html.Length)
                throw Refuse($"Unclosed start tag \"{tag}\" at byte offset {Offset(start)}");
            if (_html[_at] == '>')
            {
                _at++;
                return attributes;
            }

            var name = ReadWhile(c => !char.IsWhiteSpace(c) && c is not ('=' or '>')).ToLowerInvariant();
            if (name.Length == 0)
                throw Refuse($"Empty attribute name in the tag \"{tag}\" at byte offset {Offset(start)}");
            ReadWhile(char.IsWhiteSpace);
            attributes[name] = _at < _html.Length && _html[_at] == '=' ? ReadValue(tag, start) : "";
        }
    }

    private string ReadValue(string tag, int start)
    {
        _at++;
        ReadWhile(char.IsWhiteSpace);
        if (_at >= _html.Length)
            throw Refuse($"Unclosed start tag \"{tag}\" at byte offset {Offset(start)}");
        if (_html[_at] is not ('"' or '\''))
            return ReadName();

        var quote = _html[_at++];
        var value = new StringBuilder();
        while (_at < _html.Length && _html[_at] != quote)
            value.Append(_html[_at] == '&' ? ReadEntity() : _html[_at++].ToString());
        if (_at >= _html.Length)
            throw Refuse($"Unclosed start tag \"{tag}\" at byte offset {Offset(start)}");
        _at++;
        return value.ToString();
    }

    private string ReadName()
    {
        var name = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        return _at < _html.Length && (char.IsWhiteSpace(_html[_at]) || _html[_at] == '>')
            ? name
            : throw Refuse($"Unexpected end of name token at byte offset {Offset(_at)}");
    }

    private void ReadEnd()
    {
        var start = _at;
        _at += 2;
        var tag = ReadWhile(c => !char.IsWhiteSpace(c) && c != '>').ToLowerInvariant();
        ReadWhile(char.IsWhiteSpace);
        if (_at >= _html.Length || _html[_at] != '>')
            throw Refuse($"Unclosed end tag at byte offset {Offset(start)}");
        _at++;
        if (!_open.TryPop(out var open))
            throw Refuse($"Unexpected end tag at byte offset {Offset(start)}");
        if (tag.Length > 0 && tag != open.Tag)
            throw Refuse($"Unmatched end tag at byte offset {Offset(start)}, expected \"</{open.Tag}>\", found \"</{tag}>\"");
    }

    // Anything else that begins with an ampersand stays as it is written.
    private string ReadEntity()
    {
        var end = _html.IndexOf(';', _at);
        var name = end < 0 ? "" : _html[(_at + 1)..end];
        var value = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => Of(code),
            ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Of(code),
            _ => null,
        };
        _at = value is null ? _at + 1 : end + 1;
        return value ?? "&";
    }

    private static string? Of(int code) => Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null;

    private string ReadWhile(Func<char, bool> condition)
    {
        var start = _at;
        while (_at < _html.Length && condition(_html[_at]))
            _at++;
        return _html[start.._at];
    }

    private int Offset(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private static RefusedException Refuse(string reason) => new(400, $"Bad Request: can't parse entities: {reason}");
}
