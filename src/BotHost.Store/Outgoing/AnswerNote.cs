using FactChecking.Languages;

namespace BotHost.Store.Outgoing;

/// <summary>What is remembered of an answer: which message answers which, from which claim. Not what was asked.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Question">The message that was asked about, so that an edit of it changes the answer; null where that is not wanted, as in groups.</param>
/// <param name="Language">The answer's language, one of <see cref="ReplyLanguages.All"/>.</param>
public sealed record AnswerNote(long Chat, int? Question, string Language)
{
    /// <summary>The message that answers, where it is known already: an edit of it. Null for a new message.</summary>
    public int? Message { get; init; }

    /// <summary>The topic of a group that it is in; null for the general one, and where there are none.</summary>
    public int? Topic { get; init; }

    /// <summary>Id of the claim that was stated; null where none was.</summary>
    public string? Claim { get; init; }

    /// <summary>Of the claim's records; see <see cref="FactChecking.Answers.Answer.Fingerprint"/>.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Why the claim was taken for the one that is meant, in the handler's own form; null where nothing is to be said.</summary>
    public string? Reasons { get; init; }
}
