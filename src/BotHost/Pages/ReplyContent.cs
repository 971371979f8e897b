using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BotHost.Pages;

/// <summary>
/// A reply, which is Telegram HTML, for a page: rebuilt from its parts, so that nothing but bold words and links to web
/// addresses can come of it.
/// </summary>
internal static class ReplyContent
{
    public static IHtmlContent FromTelegram(string html)
    {
        // An imported record may hold control characters, which XML does not allow.
        var allowed = html.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value));
        return ContentOf(XElement.Parse($"<reply>{string.Concat(allowed)}</reply>", LoadOptions.PreserveWhitespace));
    }

    private static IHtmlContentBuilder ContentOf(XElement element) =>
        element.Nodes().Aggregate<XNode, IHtmlContentBuilder>(new HtmlContentBuilder(), (content, node) => node switch
        {
            XText text => content.Append(text.Value),
            XElement { Name.LocalName: "b" } bold => content.AppendHtml(Tag("b", bold)),
            XElement { Name.LocalName: "a" } link when IsWebAddress((string?)link.Attribute("href")) => content.AppendHtml(Link(link)),
            XElement other => content.AppendHtml(ContentOf(other)),
            _ => content,
        });

    private static TagBuilder Link(XElement element)
    {
        var link = Tag("a", element);
        link.Attributes["href"] = (string?)element.Attribute("href");
        link.Attributes["target"] = "_blank";
        link.Attributes["rel"] = "noopener noreferrer";
        return link;
    }

    private static TagBuilder Tag(string name, XElement element)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.SetHtmlContent(ContentOf(element));
        return tag;
    }

    // An imported record may hold any text as its address.
    private static bool IsWebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
