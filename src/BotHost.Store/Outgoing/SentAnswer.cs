using FactChecking.Languages;

namespace BotHost.Store.Outgoing;

/// <summary>An answer that was sent.</summary>
/// <param name="Number">Its number in the database.</param>
/// <param name="Chat">The chat.</param>
/// <param name="Topic">The topic of a group that it is in; null for the general one, and where there are none.</param>
/// <param name="Question">The message that was asked about; null where that is not kept.</param>
/// <param name="Message">The message that answers; null while it is still to be sent; 0 when it has no number any more.</param>
/// <param name="Language">Its language, one of <see cref="ReplyLanguages.All"/>.</param>
/// <param name="Claim">Id of the claim stated; null where none was.</param>
/// <param name="Fingerprint">Of the records it was answered from; null where no claim was stated.</param>
/// <param name="Reasons">See <see cref="AnswerNote.Reasons"/>.</param>
public sealed record SentAnswer(
    long Number, long Chat, long? Topic, long? Question, long? Message, string Language, string? Claim, string? Fingerprint, string? Reasons);
