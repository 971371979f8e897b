namespace FactChecking.Curation.OutletDrafts;

/// <summary>
/// A row of a list of outlets that others publish, for a maintainer to look at. Nothing of it is shown to who asks: being on
/// a list says nothing by itself, and ordinary news sites stand on such lists, too.
/// </summary>
public sealed record OutletDraft
{
    /// <summary>The list, its address and its licence.</summary>
    public required string List { get; init; }

    public required string ListUrl { get; init; }

    public required string Licence { get; init; }

    /// <summary>The day of the list (ISO 8601) as whoever imported it said; null if that was not said.</summary>
    public string? ListDate { get; init; }

    /// <summary>The day of the import, ISO 8601.</summary>
    public required string ReadOn { get; init; }

    /// <summary>The file and, in it, the 1-based line where the row begins.</summary>
    public required string File { get; init; }

    public required long Line { get; init; }

    public string? Name { get; init; }

    /// <summary>The house or group that the list puts it under.</summary>
    public string? Group { get; init; }

    /// <summary>The country in the list's words.</summary>
    public string? Country { get; init; }

    /// <summary>The host name of <see cref="Url"/>, in lower case and without "www.".</summary>
    public string? Domain { get; init; }

    /// <summary>The address as the list has it.</summary>
    public string? Url { get; init; }

    /// <summary>User name of a Telegram channel, without @.</summary>
    public string? Telegram { get; init; }

    /// <summary>What the list says of it, in the list's words: a quotation, never a label of ours.</summary>
    public string? QuotedLabel { get; init; }

    /// <summary>Whom the list names as the source of that row; null where it names none.</summary>
    public string? NamedSource { get; init; }

    public string? Note { get; init; }
}
