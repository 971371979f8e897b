using BotHost.Store.Updates;

namespace BotHost.Store.Intake;

/// <summary>An update that is being handled, and how often that has failed before.</summary>
/// <param name="Update">The update; where several messages are one question, the first with the words of all.</param>
/// <param name="Attempts">How often it has failed.</param>
public sealed record InboxItem(IncomingUpdate Update, int Attempts)
{
    /// <summary>Ids of all updates that it stands for, its own among them.</summary>
    public IReadOnlyList<long> Ids { get; init; } = [Update.Id];
}
