using BotHost.Store.Submissions;

namespace FactChecking.Curation.Queue;

/// <summary>Passed-on texts that say nearly the same, for one decision.</summary>
/// <param name="Texts">The texts, the one passed on most first.</param>
public sealed record QueueCluster(IReadOnlyList<Submission> Texts)
{
    /// <summary>The text that stands for all.</summary>
    public Submission First => Texts[0];

    /// <summary>How often they were passed on.</summary>
    public long Count => Texts.Sum(text => text.Count);

    /// <summary>How many chats wait for an answer.</summary>
    public long FollowUpRequests => Texts.Sum(text => text.Awaited);

    /// <summary>When the first of them was passed on, yyyy-mm-dd.</summary>
    public string FirstDay => Texts.Min(text => text.FirstDay)!; // there is at least one

    /// <summary>When one of them was last passed on, yyyy-mm-dd.</summary>
    public string LastDay => Texts.Max(text => text.LastDay)!; // likewise

    public IReadOnlyList<string> Languages => [.. Texts.Select(text => text.Language).Distinct()];
}
