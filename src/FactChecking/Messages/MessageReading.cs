using FactChecking.Answers;

namespace FactChecking.Messages;

/// <summary>What is read from a message before anything is looked up.</summary>
/// <param name="Question">The message.</param>
/// <param name="Kind">Whether it can be checked at all.</param>
/// <param name="Stance">How it stands to what it speaks of.</param>
/// <param name="ReplyLanguage">The language that the reply will have.</param>
internal sealed record MessageReading(Question Question, MessageKind Kind, Stance Stance, string ReplyLanguage)
{
    public static MessageReading Of(Question question) => new(
        question,
        question.AllLinks.Count > 0 && MessageKindReader.Of(question.Text) == MessageKind.Nothing ? MessageKind.Checkable : MessageKindReader.Of(question.Text),
        StanceReader.Of(question.Text),
        question.ReplyLanguage ?? LanguageGuess.Of(question.Text, question.LanguageHint));
}
