using System.ComponentModel;

namespace FactChecking.Answers;

/// <summary>What a model is asked to return.</summary>
internal sealed record ModelDraft(
    [property: Description("The claim, then what the fact-checkers found.")] IReadOnlyList<DraftSentence> Finding,
    [property: Description("The reasons; empty when no facts are given.")] IReadOnlyList<DraftSentence> Why,
    [property: Description("Where it comes from; empty when no facts are given.")] IReadOnlyList<DraftSentence> Origin)
{
    public IEnumerable<DraftSentence> Sentences => Finding.Concat(Why).Concat(Origin);
}

/// <summary>One sentence and the markers of the records that it rests on.</summary>
internal sealed record DraftSentence(
    [property: Description("One sentence, plain text.")] string Text,
    [property: Description("Numbers of the facts that it rests on.")] IReadOnlyList<int> Cites);
