using System.ComponentModel.DataAnnotations;
using BotHost.SignIn;
using BotHost.Store.Accounts;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Drafting;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Preview;
using FactChecking.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk.Records;

/// <summary>One record: its fields or its text, what is wrong with it, and the steps from draft to published.</summary>
[RequestFormLimits(ValueCountLimit = MaxFields, MultipartBodyLengthLimit = LargestForm)]
[RequestSizeLimit(LargestForm)]
public sealed partial class EditModel(
    RecordEditor editor,
    RecordForm form,
    DuplicateFinder duplicates,
    DraftPreview preview,
    NewRecordText opening,
    DataFolder folder,
    RecordSearch search,
    ModelDrafter drafter) : PageModel
{
    /// <summary>What the names of the record's own fields begin with.</summary>
    public const string FieldPrefix = "f:";

    /// <summary>The id of a record that is not there yet, in its address.</summary>
    public const string New = "new";

    private const string Claims = "claims";

    private const int MaxFields = 20_000;
    private const int LargestForm = 4_000_000;

    private IReadOnlyList<DataFault> _faults = [];

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>True: the record is edited as text, not as fields.</summary>
    [BindProperty(SupportsGet = true)]
    public bool AsText { get; set; }

    /// <summary>Numbers of the passed-on texts that a new claim is opened from.</summary>
    [BindProperty(SupportsGet = true)]
    public long[] From { get; set; } = [];

    /// <summary>The draft that a new outlet is opened from: its line in its list, a colon, and the list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Draft { get; set; }

    /// <summary>The version that the editor started from; null for a new record.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Why it is changed.</summary>
    [BindProperty]
    [StringLength(500)]
    public string? Reason { get; set; }

    /// <summary>The record's text, when it is edited as text.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What a reviewer says to the author.</summary>
    [BindProperty]
    [StringLength(1000)]
    public string? Note { get; set; }

    /// <summary>What the public is told when a correction is published.</summary>
    [BindProperty]
    [StringLength(1000)]
    public string? Correction { get; set; }

    /// <summary>Publish although test messages would not lead where they should.</summary>
    [BindProperty]
    public bool PublishAnyway { get; set; }

    /// <summary>Test messages that would not lead where they should.</summary>
    public IReadOnlyList<BrokenTest> Broken { get; private set; } = [];

    /// <summary>How the record stands; null: it is not there yet.</summary>
    public RecordState? State { get; private set; }

    /// <summary>The fields; null where the text can only be edited as text.</summary>
    public IReadOnlyList<FormField>? Fields { get; private set; }

    /// <summary>Why what was asked for was not done.</summary>
    public string? Problem { get; private set; }

    /// <summary>Somebody else saved first: how the record stands by their save.</summary>
    public SaveOutcome.Conflict? Conflict { get; private set; }

    /// <summary>What the other one saved beside what was sent; null: nobody was first.</summary>
    public DiffView? AgainstTheirs => Conflict is null ? null : DiffView.Of(Conflict.Theirs.Text, Text, Kind, "Theirs", "Yours");

    /// <summary>Records that may say the same.</summary>
    public IReadOnlyList<LikelyDuplicate> Duplicates { get; private set; } = [];

    /// <summary>Faults of this record, and those that others would get by it.</summary>
    public IReadOnlyList<DataFault> Faults => _faults;

    /// <summary>The ids that fields may refer to, by kind of record.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> References =>
        Refers(MayEdit && Fields is not null ? Fields : []).Distinct().ToDictionary(kind => kind, folder.IdsOf);

    /// <summary>The published record with this id; null when there is none.</summary>
    public FoundRecord? RecordOf(string id) => search.Find(new RecordQuery(id) { Limit = 1 }).Records.FirstOrDefault(record => record.Id == id);

    public bool IsNew => Id == New;

    /// <summary>What the record is called: of an imported one its own id, which its address does not show.</summary>
    public string RecordName => Kind == RecordKey.Imported && RecordText.IdOf(State?.Text ?? State?.Published ?? "") is { } own ? own : Id;

    public bool MayEdit => User.May(Roles.Editor);

    public bool MayPublish => User.May(Roles.Publisher);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsNew && DataFolder.Kinds.Contains(Kind) && folder.Exists)
            return Show(await opening.FindAsync(Kind, From, Draft));
        if (await FindAsync(cancellationToken) is not { } state)
            return NotFound();
        State = state;
        if (state.Open is { Text: not null } open)
            await LookAsync(state.Key, open.Text, cancellationToken);
        return Show(state.Text);
    }

    /// <summary>Shows the form again: with an item more or less, or with what is wrong with it.</summary>
    public async Task<IActionResult> OnPostAsync(string @do, CancellationToken cancellationToken)
    {
        if (!MayEdit)
            return Forbid();
        if (!IsNew && (State = await FindAsync(cancellationToken)) is null)
            return NotFound();

        var (step, path) = @do.Split(':', 2) is [var first, var second] ? (first, second) : (@do, "");
        var values = ValuesWithout(step == "remove" ? path : null);
        var text = AsText ? (Text ?? "").ReplaceLineEndings("\n") : form.Text(Kind, values);
        switch (step)
        {
            case "add":
                return Show(text, RecordForm.RoomsOf(values).Append(path).ToHashSet());
            case "draft":
                return await DraftAsync(path, text, cancellationToken);
            case "remove":
                Drafted = [.. Drafted.Select(field => Without(path, field)).OfType<string>()];
                return Show(text, RecordForm.RoomsOf(values));
            case "save":
                return await SaveAsync(text, cancellationToken);
            case "check" when KeyOf(text) is { } key:
                await LookAsync(key, text, cancellationToken);
                return Show(text);
            default:
                return Show(text);
        }
    }

    /// <summary>Asks for a review.</summary>
    public Task<IActionResult> OnPostSubmitAsync(long number, CancellationToken cancellationToken) =>
        DecideAsync(Roles.Editor, () => editor.SubmitAsync(number, Name, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(long number, CancellationToken cancellationToken) =>
        DecideAsync(Roles.Publisher, () => PublishAsync(number, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(long number, CancellationToken cancellationToken) => DecideAsync(
        Roles.Publisher,
        async () => string.IsNullOrWhiteSpace(Note) ? "Say what should be changed." : await editor.ReturnAsync(number, Name, Note) ? null : TooLate,
        cancellationToken);

    public Task<IActionResult> OnPostDiscardAsync(long number, CancellationToken cancellationToken) =>
        DecideAsync(Roles.Editor, async () => await editor.DiscardAsync(number, Name) ? null : TooLate, cancellationToken);

    /// <summary>Begins a change that takes the record out.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(CancellationToken cancellationToken)
    {
        if (!MayEdit)
            return Forbid();
        if (RecordKey.Of(Kind, Id) is not { } key || (State = await FindAsync(cancellationToken)) is null)
            return NotFound();
        if (string.IsNullOrWhiteSpace(Reason))
            return Refuse("Say why the record is to be taken out.");
        return await editor.SaveAsync(key, Version, null, Name, Reason, cancellationToken) is SaveOutcome.Saved
            ? ToRecord(Id)
            : Refuse(TooLate);
    }

    private static IEnumerable<string> Refers(IEnumerable<FormField> fields) => fields.SelectMany(field => field.Refers.Concat(Refers(field.Fields)));

    private const string TooLate = "Somebody else was first. This is how the record stands now.";

    private string Name => User.Identity?.Name ?? throw new InvalidOperationException("Only who is signed in comes here.");

    private Task<RecordState?> FindAsync(CancellationToken cancellationToken) =>
        RecordKey.Of(Kind, Id) is { } key ? editor.FindAsync(key, cancellationToken) : Task.FromResult<RecordState?>(null);

    // What the form holds, without one item of a list.
    private Dictionary<string, string> ValuesWithout(string? removed) => Request.Form
        .Where(field => field.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
        .Select(field => (Path: field.Key[FieldPrefix.Length..], Value: field.Value.ToString()))
        .Where(field => removed is null || !IsAtOrBelow(field.Path, removed))
        .ToDictionary(field => field.Path, field => field.Value);

    private static bool IsAtOrBelow(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');

    private RecordKey? KeyOf(string text) => RecordKey.Of(Kind, IsNew ? RecordText.IdOf(text) : Id);

    private async Task<IActionResult> SaveAsync(string text, CancellationToken cancellationToken)
    {
        if (KeyOf(text) is not { } key)
            return Refuse("A new record needs an id of the form that the field's help says.", text);
        if (string.IsNullOrWhiteSpace(Reason) || !ModelState.IsValid)
            return Refuse("Say in a few words why it is changed: the history shows it.", text);

        switch (await editor.SaveAsync(key, IsNew ? null : Version, text, Name, Reason.Trim(), cancellationToken))
        {
            case SaveOutcome.Conflict conflict:
                (Conflict, State) = (conflict, conflict.Theirs);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Show(text);
            default:
                await opening.CloseAsync(key, From, Draft, Name);
                return ToRecord(key.Id, AsText ? "?asText=true" : "");
        }
    }

    private async Task<IActionResult> DecideAsync(string role, Func<Task<string?>> decide, CancellationToken cancellationToken)
    {
        if (!User.May(role))
            return Forbid();
        Problem = await decide();
        return Problem is null ? ToRecord(Id) : await OnGetAsync(cancellationToken);
    }

    private async Task<string?> PublishAsync(long number, CancellationToken cancellationToken)
    {
        if (Kind == Claims && !PublishAnyway && await FindAsync(cancellationToken) is { Open: { } open } && open.Number == number)
        {
            try
            {
                using var records = await preview.OpenAsync(open.Key, open.Text, cancellationToken);
                Broken = await records.TryTestMessagesAsync(cancellationToken);
            }
            catch (DataFaultsException exception)
            {
                return $"The records would not be sound: {string.Join("; ", exception.Faults)}";
            }
            if (Broken.Count > 0)
                return "Nothing was published: test messages would not lead where they should.";
        }
        return await editor.PublishAsync(number, Name, NullWhenEmpty(Correction), cancellationToken);
    }

    private async Task LookAsync(RecordKey key, string text, CancellationToken cancellationToken)
    {
        _faults = await editor.FaultsAsync(key, text, cancellationToken);
        Duplicates = await duplicates.FindAsync(key, text, cancellationToken);
    }

    private PageResult Refuse(string problem, string? text = null)
    {
        Problem = problem;
        return Show(text ?? State?.Text);
    }

    private PageResult Show(string? text, IReadOnlySet<string>? roomIn = null)
    {
        // What is shown is what was worked out here, not what was sent.
        ModelState.Clear();
        Text = text;
        Version = State?.Version;
        Fields = AsText ? null : form.Fields(Kind, text, roomIn);
        AsText = Fields is null;
        return Page();
    }

    // Written out: routes are made in lower case, and ids are not.
    private LocalRedirectResult ToRecord(string id, string query = "") => LocalRedirect($"/desk/records/{Kind}/{id}{query}");

    private static string? NullWhenEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
