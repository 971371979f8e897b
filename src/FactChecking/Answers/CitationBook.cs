using FactChecking.Dossiers;

namespace FactChecking.Answers;

/// <summary>Numbers the documents of one reply in the order in which they are first cited.</summary>
internal sealed class CitationBook
{
    private readonly List<(Document Document, string? Quote)> _cited = [];

    /// <summary>The marks of these pieces of evidence, a document once: "[1][3]".</summary>
    /// <param name="evidence">The evidence; its first items, if there are more than <paramref name="max"/>.</param>
    /// <param name="max">How many marks one sentence takes at most.</param>
    public string Cite(IEnumerable<Evidence> evidence, int max = 2) =>
        string.Concat(evidence.DistinctBy(item => item.Document.Id).Take(max).Select(item => $"[{MarkerOf(item)}]"));

    public string Cite(Evidence evidence) => Cite([evidence]);

    public IReadOnlyList<Document> Documents => [.. _cited.Select(cited => cited.Document)];

    public IReadOnlyList<Citation> Citations =>
        [.. _cited.Select((cited, index) => new Citation(index + 1, cited.Document.Id, cited.Document.Url, cited.Quote))];

    private int MarkerOf(Evidence evidence)
    {
        var index = _cited.FindIndex(cited => cited.Document.Id == evidence.Document.Id);
        if (index >= 0)
            return index + 1;
        _cited.Add((evidence.Document, evidence.Quote));
        return _cited.Count;
    }
}
