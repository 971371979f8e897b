using FactChecking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Public;

/// <summary>What the public pages have in common: texts of records are in the language that the address asks for.</summary>
[PublishedPage]
public abstract class PublicPage : PageModel
{
    /// <summary>What each language calls itself.</summary>
    public static readonly IReadOnlyDictionary<string, string> LanguageNames = new Dictionary<string, string>
    {
        [Languages.English] = "English",
        [Languages.Russian] = "Русский",
        [Languages.Ukrainian] = "Українська",
        [Languages.SimplifiedChinese] = "简体中文",
        [Languages.TraditionalChinese] = "繁體中文",
    };

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? AskedLanguage { get; set; }

    /// <summary>Language of the texts of records, one of <see cref="Languages.All"/>. Not the browser's: one address is one page for every cache.</summary>
    public string Language => Languages.FromTag(AskedLanguage) ?? Languages.English;

    /// <summary>The page that says that there is no such record, and how to find it.</summary>
    protected IActionResult NoSuchRecord()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return new ViewResult { ViewName = "/Pages/Public/NoSuchRecord.cshtml", StatusCode = StatusCodes.Status404NotFound };
    }
}
