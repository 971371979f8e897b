using System.ComponentModel.DataAnnotations;
using BotHost.Store.Groups;
using FactChecking.Matching;

namespace BotHost.TelegramBot.Groups;

public sealed class GroupOptions
{
    public const string Section = "Groups";

    /// <summary>
    /// Probability from which a group is answered unasked at the level "high"; the other two levels are drawn from it. Higher
    /// than what is asked for in a private chat, as nobody there has asked.
    /// </summary>
    [Range(0.5, 1)]
    public double AutomaticAt { get; init; } = 0.95;

    /// <summary>Minutes that an unasked answer may be held up, by slow mode for one, before it is dropped.</summary>
    [Range(1, 1440)]
    public int AutomaticWithinMinutes { get; init; } = 10;

    /// <summary>Probability that a match must have: half as far from certainty for "strict", half way to the private one for "wider".</summary>
    public double ProbabilityAt(Sureness sureness, MatchOptions matching) => sureness switch
    {
        Sureness.Strict => 1 - ((1 - AutomaticAt) / 2),
        Sureness.Wider => (AutomaticAt + matching.AnswerAt) / 2,
        _ => AutomaticAt,
    };
}
