using FactChecking.Languages;
using FactChecking.TextAnalysis;

namespace FactChecking.Messages;

/// <summary>
/// Whether a message asserts what it speaks of, denies it, or only asks. A forwarded debunk and an honest question get the
/// same records, but not a reply that treats them as the claim.
/// </summary>
internal static class StanceReader
{
    private static readonly IReadOnlyDictionary<string, CueList> Cues = CueList.Read("StanceCues");

    public static Stance Of(AnalysedText text)
    {
        var folded = text.Folded;
        if (Cues["asks"].IsIn(folded))
            return Stance.Asks;
        if (Cues["denies"].IsIn(folded))
            return Stance.Denies;
        return IsQuestion(folded) ? Stance.Asks : Stance.Asserts;
    }

    // Only a message that is nothing but a question asks. "Why is nobody talking about this?" after a statement, or by
    // itself, asserts.
    private static bool IsQuestion(string folded)
    {
        var sentences = folded.Split(['.', '!', '\n', '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(sentence => sentence.Any(char.IsLetter))
            .ToList();
        return sentences.Count > 0
            && sentences.All(sentence => sentence.EndsWith('?'))
            && !Cues["rhetorical"].IsIn(folded);
    }
}
