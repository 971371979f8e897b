namespace FactChecking.Curation.Editing;

/// <summary>What a field of a record holds.</summary>
public enum FieldType
{
    /// <summary>Text of any length.</summary>
    Text,

    /// <summary>A short text of a fixed form: an id, a date, an address.</summary>
    Line,

    Choice,
    YesNo,
    Group,
    List,
}

/// <summary>A field of a form that edits a record.</summary>
/// <param name="Path">Where its value stands in the record: "debunks[0].quote".</param>
/// <param name="Label">Its name, in words.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Help">What the schema says about it; null: nothing.</param>
/// <param name="IsRequired">The record is refused without it.</param>
/// <param name="Value">Its value; null for groups, lists, and where there is none.</param>
/// <param name="Choices">The values that it may have; empty: any.</param>
/// <param name="Refers">Kinds of records whose ids it may hold.</param>
/// <param name="Fields">The fields of a group, or the items of a list.</param>
public sealed record FormField(
    string Path,
    string Label,
    FieldType Type,
    string? Help,
    bool IsRequired,
    string? Value,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> Refers,
    IReadOnlyList<FormField> Fields)
{
    /// <summary>Something is filled in, here or below.</summary>
    public bool HasValue => !string.IsNullOrEmpty(Value) || Fields.Any(below => below.HasValue);
}
