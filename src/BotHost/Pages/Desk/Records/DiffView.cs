using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using FactChecking.Curation.Editing;

namespace BotHost.Pages.Desk.Records;

/// <summary>Two texts of a record, line by line side by side. Comments and layout are left out: what counts is what they say.</summary>
public sealed record DiffView(string Before, string After, IReadOnlyList<(DiffPiece Before, DiffPiece After)> Lines)
{
    private const int Around = 3;

    /// <summary>Compares two texts; null: there is no record.</summary>
    public static DiffView Of(string? before, string? after, string kind, string beforeName, string afterName)
    {
        var diff = SideBySideDiffBuilder.Diff(before is null ? "" : RecordText.Canonical(before, kind), after is null ? "" : RecordText.Canonical(after, kind));
        var lines = diff.OldText.Lines.Zip(diff.NewText.Lines).ToList();
        var changed = lines.Index().Where(line => line.Item.First.Type != ChangeType.Unchanged || line.Item.Second.Type != ChangeType.Unchanged).Select(line => line.Index).ToList();
        return new DiffView(beforeName, afterName, [.. lines.Index().Where(line => changed.Any(at => Math.Abs(at - line.Index) <= Around)).Select(line => line.Item)]);
    }
}
