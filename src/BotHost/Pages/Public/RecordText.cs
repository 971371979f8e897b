using FactChecking.Dossiers;
using FactChecking.Languages;
using FactChecking.Published;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BotHost.Pages.Public;

/// <summary>Texts of records on a page, each marked with the language that it is in.</summary>
internal static class RecordText
{
    /// <summary>The text in this language, or in the one that there is.</summary>
    public static IHtmlContent In(this LocalizedText text, string language, string tag) =>
        Marked(tag, text.In(language), text.Texts.ContainsKey(language) ? language : text.Texts.ContainsKey(ReplyLanguages.English) ? ReplyLanguages.English : text.Texts.Keys.First());

    public static IHtmlContent Name(this Entity entity, string language)
    {
        var link = (TagBuilder)Marked("a", entity.NameIn(language), entity.Names.ContainsKey(language) ? language : ReplyLanguages.English);
        link.Attributes["href"] = Address("outlets", entity.Id);
        return link;
    }

    public static IHtmlContent Marked(string tag, string text, string? language)
    {
        var element = new TagBuilder(tag);
        if (language is not null)
            element.Attributes["lang"] = language;
        // What a record quotes may run from right to left.
        element.Attributes["dir"] = "auto";
        element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>The address of a record's page on this site.</summary>
    public static string Address(string pages, string id) => PublicAddress.Path(pages, id);

    /// <summary>A relation or kind as words: "published by", "media group".</summary>
    public static string Words(string code) => code.Replace('_', ' ');
}
