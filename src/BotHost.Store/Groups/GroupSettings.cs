using BotHost.Store.Updates;
using FactChecking.Languages;

namespace BotHost.Store.Groups;

/// <summary>What holds in a group: what its administrators chose, and how the bot stands there.</summary>
public sealed record GroupSettings
{
    /// <summary>The cool-downs that can be chosen, hours.</summary>
    public static readonly IReadOnlyList<int> CoolDowns = [1, 6, 24, 168];

    /// <summary>How far a clock can be from UTC, hours.</summary>
    public const int FurthestOffset = 14;

    public GroupMode Mode { get; init; } = GroupMode.OnRequest;

    /// <summary>The language of all that is said in the group, one of <see cref="ReplyLanguages.All"/>; null: that of each message.</summary>
    public string? Language { get; init; }

    public Sureness Sureness { get; init; } = Sureness.High;

    /// <summary>Hours in which a claim is not answered unasked again.</summary>
    public int CoolDownHours { get; init; } = 6;

    /// <summary>Hours of the group's clock in which nothing is said unasked; null: there are none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Hours that the group's clock is ahead of UTC.</summary>
    public int UtcOffset { get; init; }

    /// <summary>The topics in which the bot answers unasked, 0 for the general one; empty: all.</summary>
    public IReadOnlyList<int> Topics { get; init; } = [];

    public GroupStanding Standing { get; init; } = GroupStanding.Member;

    /// <summary>Until when nothing is tried, as Telegram has said that nothing may be written; null: nothing was said.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>True when posts are answered that nobody asked about.</summary>
    public bool IsAutomatic => Mode is GroupMode.Exact or GroupMode.Automatic;

    public DateTimeOffset ClockAt(DateTimeOffset now) => now.ToOffset(TimeSpan.FromHours(UtcOffset));

    public bool IsQuietAt(DateTimeOffset now) => Quiet?.Contains(ClockAt(now).Hour) ?? false;

    public bool MayWriteAt(DateTimeOffset now) => Standing != GroupStanding.Muted && !(MutedUntil > now);

    /// <summary>An answer of before may be corrected now: nobody is asking for it, so quiet hours hold.</summary>
    public bool MayCorrectAt(DateTimeOffset now) => Mode != GroupMode.Silent && MayWriteAt(now) && !IsQuietAt(now);

    public bool SpeaksUnaskedIn(int? topic) => Topics.Count == 0 || Topics.Contains(topic ?? 0);
}

public enum GroupMode
{
    /// <summary>Nothing is answered; only administrators reach the settings.</summary>
    Silent,

    OnRequest,

    /// <summary>Unasked, but only what is on record word for word or by its address.</summary>
    Exact,

    Automatic,
}

/// <summary>How sure an unasked answer must be.</summary>
public enum Sureness
{
    Wider,
    High,
    Strict,
}

/// <param name="From">The first quiet hour, 0 to 23.</param>
/// <param name="To">The first hour that is not quiet any more.</param>
public sealed record QuietHours(int From, int To)
{
    public bool Contains(int hour) => From <= To ? hour >= From && hour < To : hour >= From || hour < To;
}
