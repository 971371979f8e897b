using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace BotHost.Pages.Desk.Records;

/// <summary>What the model drafts into the form. It is saved by a person or not at all.</summary>
public sealed partial class EditModel
{
    /// <summary>The paths of the fields that the model filled since the record was opened.</summary>
    [BindProperty]
    public string[] Drafted { get; set; } = [];

    /// <summary>What a document says, for a summary of it.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>What the model drafted that was not taken, and why.</summary>
    public IReadOnlyList<string> Dropped { get; private set; } = [];

    /// <summary>A model is set that can draft something for this kind of record.</summary>
    public bool MayDraft => MayEdit && drafter.IsSet && Fields is not null && (Kind is Claims or Documents);

    private const string Documents = "documents";

    private async Task<IActionResult> DraftAsync(string what, string text, CancellationToken cancellationToken)
    {
        var drafted = (Kind, what) switch
        {
            (Claims, "wordings") => await drafter.DraftWordingsAsync(text, cancellationToken),
            (Claims, "translations") => await drafter.DraftTranslationsAsync(text, cancellationToken),
            (Documents, "summary") => await drafter.DraftSummaryAsync(text, Pasted, cancellationToken),
            _ => null,
        };
        if (drafted is null)
            return Show(text);
        Drafted = [.. Drafted.Union(drafted.Drafted)];
        Dropped = drafted.Dropped;
        return drafted.Failure is null ? Show(drafted.Text) : Refuse(drafted.Failure, text);
    }

    // Where a field is once an item of a list is taken out; null when it was a part of that.
    private static string? Without(string removed, string field)
    {
        if (IsAtOrBelow(field, removed))
            return null;
        var list = removed[..(removed.LastIndexOf('[') + 1)];
        if (list.Length == 0 || !field.StartsWith(list, StringComparison.Ordinal) || field.IndexOf(']', list.Length) is not (> 0 and var end))
            return field;
        return int.TryParse(removed.AsSpan(list.Length).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var gone)
            && int.TryParse(field.AsSpan(list.Length, end - list.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index > gone
                ? string.Create(CultureInfo.InvariantCulture, $"{list}{index - 1}{field.AsSpan(end)}")
                : field;
    }
}
