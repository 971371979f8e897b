using FactChecking.Curation.Exchange.Imports;

namespace BotHost.Commands;

/// <summary>A preview of an import on the terminal.</summary>
internal static class PreviewText
{
    private const int LongestValue = 80;

    private static readonly (PreviewKind Kind, string Words)[] Kinds =
    [
        (PreviewKind.Added, "added"),
        (PreviewKind.LikelyDuplicate, "added, likely duplicates"),
        (PreviewKind.Changed, "changed"),
        (PreviewKind.Gone, "gone"),
        (PreviewKind.Same, "the same"),
        (PreviewKind.Repeated, "repeated"),
        (PreviewKind.Refused, "refused"),
    ];

    public static void Write(ImportPreview preview, TextWriter output)
    {
        foreach (var entry in preview.Entries)
            Write(entry, output);
        foreach (var note in preview.Notes)
            output.WriteLine(note);
        WriteCounts(preview, output);
    }

    public static void WriteCounts(ImportPreview preview, TextWriter output) =>
        output.WriteLine($"{Path.GetFileName(preview.Name)}: {string.Join(", ", Kinds.Where(kind => preview.CountOf(kind.Kind) > 0).Select(kind => $"{preview.CountOf(kind.Kind)} {kind.Words}"))}");

    private static void Write(PreviewEntry entry, TextWriter output)
    {
        if (entry.Fault is { } fault)
        {
            output.WriteLine($"refused  {OneLine(fault.ToString())}");
            return;
        }
        output.WriteLine($"{Sign(entry.Kind)}  {entry.Place}  {entry.Id}  {Shortened(entry.Title)}".TrimEnd());
        if (entry.Like is { } like)
            output.WriteLine($"    like {like.Claim}, by {(like.ByLink ? "its link" : "its words")}");
        foreach (var change in entry.Changes)
            output.WriteLine($"    {change.Field}: {Shortened(change.Before ?? "—")} → {Shortened(change.After ?? "—")}");
    }

    private static string Sign(PreviewKind kind) => kind switch
    {
        PreviewKind.LikelyDuplicate => "duplicate?",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Shortened(string text) => OneLine(text) is { Length: > LongestValue } line ? $"{line[..LongestValue]}…" : OneLine(text);

    // What a file holds must not steer the terminal.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
