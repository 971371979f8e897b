using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Search;

namespace BotHost.Pages.Desk.Records;

/// <summary>A field as the page shows it: with what is wrong with it, whether it may be changed, and what the record is that it names.</summary>
public sealed record FieldView(FormField Field, IReadOnlyList<DataFault> Faults, bool MayEdit, Func<string, FoundRecord?> RecordOf, IReadOnlyCollection<string> Drafted)
{
    private static readonly string[] Languages = [.. FactChecking.Languages.ReplyLanguages.All];

    /// <summary>The model filled it, and nobody has saved that.</summary>
    public bool IsDrafted => Drafted.Contains(Field.Path);

    public string Name => EditModel.FieldPrefix + Field.Path;

    public string Id => $"f-{new string([.. Field.Path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')])}";

    /// <summary>The language that the field's text is in, as its name says; null where it does not.</summary>
    public string? Language => Languages.FirstOrDefault(language => Field.Path.EndsWith($".{language}", StringComparison.Ordinal));

    /// <summary>The published record that the field names; null where it names none.</summary>
    public FoundRecord? Named => Field.Refers.Count > 0 && Field.Path != "id" && !string.IsNullOrEmpty(Field.Value) ? RecordOf(Field.Value) : null;

    /// <summary>What is wrong with this very field.</summary>
    public IEnumerable<string> Problems => Faults
        .Where(fault => fault.Reason.StartsWith($"{Field.Path}:", StringComparison.Ordinal))
        .Select(fault => fault.Reason[(Field.Path.Length + 1)..].Trim());

    /// <summary>Shown open: it holds something, must hold something, or something is wrong in it.</summary>
    public bool IsOpen => Field.HasValue || Field.IsRequired || Field.Fields.Count > 0 || Faults.Any(fault => fault.Reason.StartsWith(Field.Path, StringComparison.Ordinal));

    public FieldView Below(FormField field) => this with { Field = field };
}
