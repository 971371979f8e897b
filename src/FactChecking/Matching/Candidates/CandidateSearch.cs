using FactChecking.Knowledge;
using FactChecking.Matching.Rules;
using FactChecking.Semantics;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Candidates;

/// <summary>Finds candidates by their words and, where an embedding model is set, by their meaning.</summary>
internal static class CandidateSearch
{
    /// <summary>The candidates for a message, each with what an embedding model says where one is set and answers.</summary>
    /// <param name="text">The message.</param>
    /// <param name="analysed">The same, analysed.</param>
    /// <param name="generation">The records.</param>
    /// <param name="meaning">The search by meaning; null: words only.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async ValueTask<IReadOnlyList<MatchCandidate>> FindAsync(
        string text,
        AnalysedText analysed,
        KnowledgeGeneration generation,
        SemanticSearch? meaning,
        CancellationToken cancellationToken)
    {
        var byWords = CandidateReader.Read(text, analysed, generation);
        // A message that is on record word for word needs no second opinion.
        if (meaning is null || byWords.Any(candidate => candidate.Features.IsWordForWord))
            return byWords;

        var claims = byWords.Select(candidate => candidate.Claim).ToHashSet();
        var hits = await meaning.FindAsync(generation, text, MatchRules.MeaningCandidates, cancellationToken, claims);
        var foundAlone = hits.Select(hit => hit.Claim).Where(claim => !claims.Contains(claim)).ToList();
        var byMeaning = CandidateReader.Read(analysed, foundAlone, generation);
        var cosines = hits.ToDictionary(hit => hit.Claim, hit => hit.Normalised);
        return [.. byWords.Concat(byMeaning).Select(candidate => cosines.TryGetValue(candidate.Claim, out var cosine)
            ? candidate with
            {
                Features = candidate.Features with
                {
                    Meaning = new MeaningFeatures(cosine, 0, !claims.Contains(candidate.Claim)),
                },
            }
            : candidate)];
    }
}
