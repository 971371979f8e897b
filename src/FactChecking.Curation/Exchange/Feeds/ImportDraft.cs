namespace FactChecking.Curation.Exchange.Feeds;

/// <summary>An entry of a feed of a debunk publisher, for a maintainer to look at. No answer is made from it.</summary>
public sealed record ImportDraft
{
    public long Number { get; init; }

    /// <summary>The address of the debunk.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>What the feed says of it, without its layout.</summary>
    public string? Summary { get; init; }

    /// <summary>The day of publication, ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Whom the entry was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>SPDX.</summary>
    public required string Licence { get; init; }
}
