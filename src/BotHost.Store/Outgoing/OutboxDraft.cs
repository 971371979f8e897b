using BotHost.Store.Statistics;

namespace BotHost.Store.Outgoing;

/// <summary>A call to be made once the update that asks for it is closed.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Payload">Its parameters, in the sender's own form.</param>
public sealed record OutboxDraft(string Method, string Payload)
{
    /// <summary>What the payload was made of; null: it is to be read.</summary>
    public object? Call { get; init; }

    /// <summary>What is to be remembered of the answer that the call brings; null where nothing is.</summary>
    public AnswerNote? Note { get; init; }

    /// <summary>What is counted of the answer that the call brings; null: nothing.</summary>
    public CountedAnswer? Counted { get; init; }
}
