using FactChecking.Languages;
using FactChecking.Search;
using Microsoft.AspNetCore.Mvc;

namespace BotHost.Pages.Public;

/// <summary>All claims, or what the words typed find among all records.</summary>
public sealed class ClaimsModel(RecordSearch search) : PublicPage
{
    public const string Everything = "everything";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? AskedKind { get; set; }

    /// <summary>Records in this language only; empty: in any.</summary>
    [BindProperty(SupportsGet = true, Name = "in")]
    public string? OnlyIn { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>Null: records of every kind.</summary>
    public RecordKind? Kind { get; private set; }

    public RecordPage Found { get; private set; } = new([], null, new Dictionary<RecordKind, int>());

    public override string? CanonicalPath => string.IsNullOrWhiteSpace(Words) && After is null && Kind == RecordKind.Claim ? base.CanonicalPath : null;

    public IActionResult OnGet()
    {
        Kind = AskedKind == Everything ? null : Enum.TryParse<RecordKind>(AskedKind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : RecordKind.Claim;
        Found = search.Find(new RecordQuery(Words) { Kind = Kind, Language = ReplyLanguages.FromTag(OnlyIn), After = After });
        // Typing brings the results alone, the page stays.
        return PublishedPageAttribute.IsFragment(Request) ? Partial("_FoundRecords", this) : Page();
    }

    /// <summary>The address of this search with another kind or another page.</summary>
    public string Address(RecordKind? kind, string? after = null) => "/claims" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["kind"] = (kind?.ToString() ?? Everything).ToLowerInvariant(),
        ["in"] = ReplyLanguages.FromTag(OnlyIn),
        ["language"] = AskedLanguage,
        ["after"] = after,
    }.Where(parameter => !string.IsNullOrEmpty(parameter.Value)));
}
