using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Messages;
using FactChecking.Text;
using FactChecking.TextAnalysis;
using FactChecking.Variants;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BotHost.Store.Proposals;

/// <summary>
/// What a person says with a pick, "this claim is meant by my message", becomes a proposal: the redacted words and the
/// claim, and nothing of the person. Only a maintainer makes a variant of it.
/// </summary>
public sealed class VariantProposer(KnowledgeBase knowledge, VariantProposalStore proposals, ILogger<VariantProposer> logger)
{
    // A few words fit many claims; a long post holds several.
    private const int FewestWords = 4;
    private const int LongestText = 1_000;

    // Two Han characters are about a word.
    private const int HanOfWord = 2;

    /// <summary>Proposes the words of a message as a variant, where they are fit for one. Never fails the reply.</summary>
    /// <param name="question">The message that was asked about; without its text, which may be gone, nothing is proposed.</param>
    /// <param name="claim">Id of the claim that was picked.</param>
    public async Task ProposeAsync(Question question, string claim)
    {
        if (question.Text.Length > LongestText)
            return;

        var text = VariantText.OnOneLine(Redaction.WithoutLinks(question.Text));
        var analysed = AnalysedText.Of(text);
        var words = VariantText.WordsOf(analysed);
        if (LengthInWords(analysed) < FewestWords || IsKnown(claim, words))
            return;

        try
        {
            await proposals.AddAsync(claim, LanguageGuess.Of(text, question.LanguageHint), text, words);
        }
        catch (SqliteException exception) // the answer is worth more than the proposal
        {
            logger.ProposalNotStored(exception.SqliteErrorCode);
        }
    }

    private bool IsKnown(string claim, string words) => knowledge.Current.Read(connection =>
        VariantStore.WordingsOf(connection, claim).Any(wording => VariantText.WordsOf(wording) == words));

    private static double LengthInWords(AnalysedText text)
    {
        var han = text.Words.Count(word => ChineseCharacters.IsHan(word[0]));
        return text.Words.Count - han + ((double)han / HanOfWord);
    }
}
