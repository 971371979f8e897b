using System.Globalization;
using System.Text;

namespace FactChecking.Answers;

/// <summary>
/// Builds Telegram HTML (core.telegram.org/bots/api#html-style) and knows how long the text is that a person sees.
/// Whatever is given to it is text: only this class writes tags.
/// </summary>
internal sealed class TelegramHtml
{
    private readonly StringBuilder _html = new();

    /// <summary>Characters that a person sees.</summary>
    public int VisibleLength { get; private set; }

    public TelegramHtml Text(string text)
    {
        _html.Append(Escape(text));
        VisibleLength += new StringInfo(text).LengthInTextElements;
        return this;
    }

    public TelegramHtml Bold(string text)
    {
        _html.Append("<b>");
        Text(text);
        _html.Append("</b>");
        return this;
    }

    /// <summary>A link; plain text where there is no address.</summary>
    public TelegramHtml Link(string text, string? url)
    {
        if (url is null)
            return Text(text);
        _html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Escape(url)}\">");
        Text(text);
        _html.Append("</a>");
        return this;
    }

    public TelegramHtml NewLine()
    {
        _html.Append('\n');
        VisibleLength++;
        return this;
    }

    public override string ToString() => _html.ToString().Trim();

    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
