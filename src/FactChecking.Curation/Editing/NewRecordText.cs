using System.Globalization;
using BotHost.Store.Submissions;
using FactChecking.Curation.OutletDrafts;

namespace FactChecking.Curation.Editing;

/// <summary>What a new record is opened with: a text that people passed on, or a draft from a list of outlets.</summary>
public sealed class NewRecordText(RecordForm form, SubmissionStore passedOn, OutletDraftStore outlets)
{
    private const string Claims = "claims";
    private const string Entities = "entities";

    /// <summary>The text; null when there is nothing to open it with.</summary>
    /// <param name="kind">Which kind of record.</param>
    /// <param name="from">Numbers of passed-on texts.</param>
    /// <param name="draft">The draft of an outlet: its line in its list, a colon, and the list.</param>
    public async Task<string?> FindAsync(string kind, IReadOnlyList<long> from, string? draft) =>
        kind == Claims && from.Count > 0 && await passedOn.FindAsync(from[0]) is { } text ? OfPassedOn(text)
        : kind == Entities && KeyOf(draft) is var (list, line) && await outlets.FindAsync(list, line) is { } row ? OfOutlet(row)
        : null;

    /// <summary>What it was opened with is dealt with: there is a record of it.</summary>
    public async Task CloseAsync(RecordKey key, IReadOnlyList<long> from, string? draft, string by)
    {
        if (key.Kind == Claims && from.Count > 0)
            await passedOn.DecideAsync(from, SubmissionDecision.Claim, key.Id, by);
        if (key.Kind == Entities && KeyOf(draft) is var (list, line))
            await outlets.DiscardAsync(list, line);
    }

    private static (string List, long Line)? KeyOf(string? draft) =>
        draft?.Split(':', 2) is [var line, var list] && long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (list, number) : null;

    private string OfPassedOn(Submission text) => form.Text(Claims, new Dictionary<string, string>
    {
        ["checkable"] = "true",
        ["normalized_verdict"] = "unrated",
        [$"text.{text.Language}"] = text.Text,
        ["variants[0].language"] = text.Language,
        ["variants[0].form"] = "full",
        ["variants[0].origin"] = "confirmed",
        ["variants[0].synthetic"] = "false",
        ["variants[0].text"] = text.Text,
    });

    // Of a list only what can be looked up, and none of its words about the outlet.
    private string OfOutlet(OutletDraft draft) => form.Text(Entities, new Dictionary<string, string>
    {
        ["kind"] = "outlet",
        ["names.en[0]"] = draft.Name ?? draft.Domain ?? "",
        ["domains[0]"] = draft.Domain ?? "",
        ["telegram[0]"] = draft.Telegram ?? "",
    });
}
