using System.ComponentModel.DataAnnotations;

namespace BotHost.Limits;

/// <summary>How many public pages one address may open.</summary>
public sealed class PageLimitOptions
{
    public const string Section = "PageLimits";

    /// <summary>Pages at once after a rest. Typing in the search counts, too.</summary>
    [Range(1, 100_000)]
    public int Burst { get; set; } = 300;

    /// <summary>Pages a second that are added to that again.</summary>
    [Range(1, 100_000)]
    public int PerSecond { get; set; } = 30;
}
