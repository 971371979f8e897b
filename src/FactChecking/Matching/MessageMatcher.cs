using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Semantics;

namespace FactChecking.Matching;

/// <summary>
/// Matches a message by its words and, where an embedding model is set, by its meaning. What is found by meaning alone may
/// be asked about and is never answered: its probability was not learnt from this model.
/// </summary>
public sealed class MessageMatcher
{
    private readonly KnowledgeBase _knowledge;
    private readonly ClaimMatcher _words;
    private readonly SemanticSearch? _meaning;
    private readonly MatchOptions _options;
    private readonly SemanticsOptions _semantics;

    internal MessageMatcher(KnowledgeBase knowledge, ClaimMatcher words, SemanticSearch? meaning, MatchOptions options, SemanticsOptions semantics) =>
        (_knowledge, _words, _meaning, _options, _semantics) = (knowledge, words, meaning, options, semantics);

    /// <summary>Matches one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="links">Addresses that came with it and do not stand in the text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="languageHint">A BCP 47 tag that may be wrong; null if there is none.</param>
    public async Task<MatchResult> MatchAsync(
        string text, int count, IReadOnlyCollection<string> links, CancellationToken cancellationToken, string? languageHint = null)
    {
        var generation = _knowledge.Current;
        var byWords = _words.Match(text, count, links, languageHint);
        if (_meaning is null || byWords.Decision == Decision.Answer)
            return byWords;

        var hits = await _meaning.FindAsync(generation, text, count, cancellationToken);
        var near = hits.Where(hit => hit.Normalised >= _semantics.AskAt).ToList();
        return near.Count == 0 ? byWords : Combined(byWords, near, generation, count);
    }

    private MatchResult Combined(MatchResult byWords, List<SemanticHit> near, KnowledgeGeneration generation, int count)
    {
        var byMeaning = generation.ReadPassages(passages => near.Select(hit => new Match(passages.IdOf(hit.Claim), _options.AskAt)).ToList());
        // What its words already suggest comes first; what they do not comes after what its meaning suggests.
        var matches = byWords.Decision == Decision.Ask ? byWords.Matches.Concat(byMeaning) : byMeaning.Concat(byWords.Matches);
        return new MatchResult(Decision.Ask, [.. matches.DistinctBy(match => match.Claim).Take(count)]);
    }
}
