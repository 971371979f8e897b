using BotHost.Limits;
using FactChecking.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BotHost.Pages.Public;

/// <summary>What the public pages have in common: texts of records are in the language that the address asks for.</summary>
[PublishedPage]
[EnableRateLimiting(CallLimits.Pages)]
public abstract class PublicPage : PageModel
{
    /// <summary>What each language calls itself.</summary>
    public static readonly IReadOnlyDictionary<string, string> LanguageNames = new Dictionary<string, string>
    {
        [ReplyLanguages.English] = "English",
        [ReplyLanguages.Russian] = "Русский",
        [ReplyLanguages.Ukrainian] = "Українська",
        [ReplyLanguages.SimplifiedChinese] = "简体中文",
        [ReplyLanguages.TraditionalChinese] = "繁體中文",
    };

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? AskedLanguage { get; set; }

    /// <summary>Language of the texts of records, one of <see cref="ReplyLanguages.All"/>. Not the browser's: one address is one page for every cache.</summary>
    public string Language => ReplyLanguages.FromTag(AskedLanguage) ?? ReplyLanguages.English;

    /// <summary>The path of this page, whatever else the address asked for; null where that makes it another page.</summary>
    public virtual string? CanonicalPath => Request.Path + (AskedLanguage is null ? QueryString.Empty : QueryString.Create("language", Language));

    /// <summary>The page that says that there is no such record, and how to find it.</summary>
    protected IActionResult NoSuchRecord()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return new ViewResult { ViewName = "/Pages/Public/NoSuchRecord.cshtml", StatusCode = StatusCodes.Status404NotFound };
    }
}
