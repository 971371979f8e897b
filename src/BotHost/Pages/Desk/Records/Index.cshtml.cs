using BotHost.SignIn;
using BotHost.Store.Accounts;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk.Records;

/// <summary>Finds records of every kind as one types.</summary>
public sealed class IndexModel(RecordSearch search, DataFolder folder) : PageModel
{
    private static readonly Dictionary<string, RecordKind> Searched = new()
    {
        ["claims"] = RecordKind.Claim,
        ["entities"] = RecordKind.Entity,
        ["agreements"] = RecordKind.Agreement,
        ["documents"] = RecordKind.Document,
        ["chains"] = RecordKind.Chain,
        ["events"] = RecordKind.Event,
        ["narratives"] = RecordKind.Narrative,
        ["mechanisms"] = RecordKind.Mechanism,
    };

    private readonly Lazy<IReadOnlySet<string>> _claims = new(() => folder.IdsOf("claims").ToHashSet());

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RecordPage Found { get; private set; } = new([], null, new Dictionary<RecordKind, int>());

    /// <summary>Ids of a kind that is too few and too plain to be searched; empty for the others.</summary>
    public IReadOnlyList<string> Plain { get; private set; } = [];

    public IReadOnlyList<string> Kinds => DataFolder.Kinds;

    /// <summary>May open a new record. Without a data folder there is nowhere to keep one.</summary>
    public bool MayAdd => User.May(Roles.Editor) && folder.Exists;

    public void OnGet()
    {
        if (Kind is not null && DataFolder.Kinds.Contains(Kind) && !Searched.ContainsKey(Kind))
            Plain = folder.IdsOf(Kind);
        else
            Found = search.Find(new RecordQuery(Words) { Kind = Searched.TryGetValue(Kind ?? "", out var kind) ? kind : null, After = After, Limit = 50 });
    }

    /// <summary>Whether a record came from an import: it has no file.</summary>
    public bool IsImported(FoundRecord record) => record.Kind == RecordKind.Claim && !_claims.Value.Contains(record.Id);

    /// <summary>Where a record is edited.</summary>
    public string EditorOf(FoundRecord record) => IsImported(record)
        ? $"/desk/records/{RecordKey.OfImported(record.Id)}"
        : $"/desk/records/{Searched.Single(pair => pair.Value == record.Kind).Key}/{record.Id}";
}
