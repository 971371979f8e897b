using FactChecking.Languages;

namespace FactChecking.Messages;

/// <summary>One message to be checked, with nothing in it about the person who sent it.</summary>
/// <param name="Text">The message's text or caption.</param>
public sealed record Question(string Text)
{
    /// <summary>Where it was forwarded from: a public channel ("@channel" or "@channel/123") or an address. Null if unknown.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>Links that are not visible in the text (Telegram text links).</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Language that the reply must have, one of <see cref="ReplyLanguages.All"/>; null: the message's own.</summary>
    public string? ReplyLanguage { get; init; }

    /// <summary>A hint at the message's language (BCP 47) that may be wrong, such as the Telegram client's; null if none.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>Answers from the records alone: no model is asked which claim is meant, how near its meaning is, or how to word the answer.</summary>
    public bool FromRecordsOnly { get; init; }

    /// <summary>The addresses that came with the message, the post that it was forwarded from among them.</summary>
    internal IReadOnlyCollection<string> AllLinks =>
        [.. Links, .. ForwardedFrom is null ? [] : new[] { ForwardedFrom.StartsWith('@') ? $"t.me/{ForwardedFrom[1..]}" : ForwardedFrom }];
}
