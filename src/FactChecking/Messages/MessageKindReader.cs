using FactChecking.Languages;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Messages;

/// <summary>Tells messages that cannot be checked from those that can.</summary>
internal static class MessageKindReader
{
    // Two words say something of something. Chinese needs about two characters for a word.
    private const int FewestWords = 2;
    private const int FewestHanCharacters = 4;
    private const int WeakCuesForOpinion = 2;

    private static readonly IReadOnlyDictionary<string, CueList> Cues = CueList.Read("OpinionCues");

    public static MessageKind Of(AnalysedText text)
    {
        if (text.Links.Count == 0 && !HasStatement(text))
            return MessageKind.Nothing;
        return Opinion(text);
    }

    private static bool HasStatement(AnalysedText text)
    {
        var han = text.Words.Count(word => ChineseCharacters.IsHan(word[0]));
        return han >= FewestHanCharacters || text.Words.Count - han + (han / 2) >= FewestWords;
    }

    // Figures and links are what facts are told with: then words of opinion beside them do not make an opinion.
    private static MessageKind Opinion(AnalysedText text) =>
        text.Links.Count > 0 ? MessageKind.Checkable
        : Cues["strong"].IsIn(text.Folded) ? MessageKind.Opinion
        : text.Numbers.Count == 0 && Cues["weak"].CountIn(text.Folded) >= WeakCuesForOpinion ? MessageKind.PerhapsOpinion
        : MessageKind.Checkable;
}
