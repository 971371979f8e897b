using System.ComponentModel.DataAnnotations;

namespace BotHost.TelegramBot.Fairness;

public sealed class FairnessOptions
{
    public const string Section = "Fairness";

    /// <summary>Questions that a chat, or a person, may ask at once after a rest.</summary>
    [Range(1, 10_000)]
    public int Burst { get; init; } = 30;

    /// <summary>Questions a minute that are added to that again.</summary>
    [Range(1, 10_000)]
    public int PerMinute { get; init; } = 20;

    /// <summary>How often an hour a chat is told that it asks too much.</summary>
    [Range(1, 60)]
    public int NoticesPerHour { get; init; } = 6;
}
