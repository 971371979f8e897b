using FactChecking.Languages;
using FactChecking.TextAnalysis;

namespace FactChecking.Messages;

/// <summary>What is read from a message before anything is looked up.</summary>
/// <param name="Question">The message.</param>
/// <param name="Text">Its text as matching sees it.</param>
/// <param name="Kind">Whether it can be checked at all.</param>
/// <param name="Stance">How it stands to what it speaks of.</param>
/// <param name="ReplyLanguage">The language that the reply will have.</param>
internal sealed record MessageReading(Question Question, AnalysedText Text, MessageKind Kind, Stance Stance, string ReplyLanguage)
{
    public static MessageReading Of(Question question)
    {
        var text = AnalysedText.Of(question.Text);
        var kind = MessageKindReader.Of(text);
        return new MessageReading(
            question,
            text,
            // An address by itself can be looked up.
            kind == MessageKind.Nothing && question.AllLinks.Count > 0 ? MessageKind.Checkable : kind,
            StanceReader.Of(text),
            question.ReplyLanguage ?? LanguageGuess.Of(question.Text, question.LanguageHint));
    }
}
