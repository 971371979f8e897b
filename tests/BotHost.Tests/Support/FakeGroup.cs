namespace BotHost.Tests.Support;

/// <summary>A group that the bot may be in, as Telegram keeps it.</summary>
public sealed class FakeGroup
{
    private static long _last = 4_000_000;

    /// <summary>An ordinary group has a short id; a supergroup one that begins with -100.</summary>
    public FakeGroup(bool isSuper = true) =>
        (IsSuper, Id) = (isSuper, isSuper ? -1_001_000_000_000 - Interlocked.Increment(ref _last) : -Interlocked.Increment(ref _last));

    public long Id { get; }

    public bool IsSuper { get; }

    public bool IsForum { get; init; }

    public string Title { get; } = "Quillfeather Neighbours";

    /// <summary>How the bot stands: left, member, administrator, restricted (it may not write) or kicked.</summary>
    public string BotStatus { get; set; } = "left";

    /// <summary>Ids of the people who are administrators.</summary>
    public HashSet<long> Administrators { get; } = [];

    /// <summary>Nobody but administrators may write.</summary>
    public bool IsMuted { get; set; }

    /// <summary>The supergroup that it has become.</summary>
    public FakeGroup? UpgradedTo { get; set; }
}
