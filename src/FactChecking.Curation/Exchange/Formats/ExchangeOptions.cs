using System.ComponentModel.DataAnnotations;

namespace FactChecking.Curation.Exchange.Formats;

/// <summary>What is taken from others, and how this bot is named in what others get.</summary>
public sealed class ExchangeOptions
{
    public const string Section = "Exchange";

    /// <summary>The bot's name in exported data, as the publisher of the data and never of a review.</summary>
    [Required]
    public string PublisherName { get; set; } = "BotHost";

    /// <summary>The bot's web address in exported data; null: none is given.</summary>
    [Url]
    public string? PublisherUrl { get; set; }

    /// <summary>Hosts of debunk publishers whose feeds are read, separated by spaces; a sub-domain belongs to its domain.</summary>
    public string FeedHosts { get; set; } = "";

    /// <summary>Megabytes of a file that the command line imports, at most.</summary>
    [Range(1, 100_000)]
    public int MaxMegabytes { get; set; } = 1024;

    /// <summary>Megabytes of a file that the console imports, at most.</summary>
    [Range(1, 1024)]
    public int MaxMegabytesAtDesk { get; set; } = 25;

    /// <summary>How deep JSON may be nested.</summary>
    [Range(8, 512)]
    public int MaxDepth { get; set; } = 64;

    /// <summary>How many new records of a file a preview compares with the claims on record by their words, at most.</summary>
    [Range(0, 100_000)]
    public int MaxMatched { get; set; } = 500;

    /// <summary>Megabytes of a feed, at most.</summary>
    [Range(1, 100)]
    public int FeedMegabytes { get; set; } = 10;

    /// <summary>Seconds that a feed may take.</summary>
    [Range(1, 300)]
    public int FeedSeconds { get; set; } = 30;

    /// <summary>The hosts of <see cref="FeedHosts"/>.</summary>
    internal IReadOnlyList<string> AllowedHosts => FeedHosts.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
}
