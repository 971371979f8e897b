using FactChecking.Knowledge;
using FactChecking.Matching.Index;
using FactChecking.Matching.Passages;
using FactChecking.Matching.Rules;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Candidates;

/// <summary>Finds the claims that a message may be about, each with the features that it has by itself.</summary>
internal static class CandidateReader
{
    /// <summary>The candidates that the index of words brings up.</summary>
    public static IReadOnlyList<MatchCandidate> Read(string text, AnalysedText analysed, KnowledgeGeneration generation)
    {
        var query = MatchQuery.Of(analysed, ClaimIndexReader.Of(generation));

        // What is found in the message's own letters is compared in them; other spellings only add to it.
        var candidates = Read(query, query.Script, MatchRules.OwnScriptCandidates, generation).ToDictionary(candidate => candidate.Claim);
        foreach (var window in MessageWindows.Of(text, analysed))
        {
            var part = MatchQuery.Of(AnalysedText.Of(window), ClaimIndexReader.Of(generation));
            foreach (var candidate in Read(part, query.Script, MatchRules.WindowCandidates, generation))
            {
                if (!candidates.TryGetValue(candidate.Claim, out var other) || candidate.Features.BestOverlap > other.Features.BestOverlap)
                    candidates[candidate.Claim] = candidate;
            }
        }

        var otherQuota = candidates.Count < MatchRules.OtherScriptCandidates ? MatchRules.OwnScriptCandidates : MatchRules.OtherScriptCandidates;
        foreach (var script in Enum.GetValues<ScriptGroup>().Where(script => script != query.Script && !ClaimIndexReader.Of(generation).IsEmpty(script)))
        {
            foreach (var candidate in Read(query.In(script, analysed, ClaimIndexReader.Of(generation)) ?? query, script, otherQuota, generation, candidates.Keys))
                candidates.Add(candidate.Claim, candidate);
        }
        return [.. candidates.Values];
    }

    /// <summary>The same for claims that the index of words did not bring up.</summary>
    public static IReadOnlyList<MatchCandidate> Read(AnalysedText analysed, IReadOnlyCollection<int> claims, KnowledgeGeneration generation)
    {
        var query = MatchQuery.Of(analysed, ClaimIndexReader.Of(generation));
        var reader = new FeatureReader(query, ClaimIndexReader.Of(generation));
        return [.. claims.Select(claim =>
        {
            var passages = PassageReader.Of(generation).Of(claim);
            var kind = passages.All.Any(passage => passage.Script == query.Script) ? MatchKinds.Of(query, query.Script, passages.All) : MatchKind.Across;
            var features = reader.Read(kind, score: 0, passages);
            // No wording is the nearest where no word is in common: the numbers of all of them are what the message must not contradict.
            var conflicts = query.Numbers.Count > 0 && passages.Numbers.Count > 0 && !passages.Numbers.Overlaps(query.Numbers);
            return new MatchCandidate(claim, kind, conflicts ? features with { NumbersConflict = 1 } : features);
        })];
    }

    private static List<MatchCandidate> Read(
        MatchQuery query, ScriptGroup script, int quota, KnowledgeGeneration generation, IReadOnlyCollection<int>? known = null)
    {
        var found = Find(query, script, quota, ClaimIndexReader.Of(generation)).Where(candidate => known?.Contains(candidate.Claim) != true);
        var reader = new FeatureReader(query, ClaimIndexReader.Of(generation));
        var reachable = Math.Max(query.TotalWeight, 1) * byte.MaxValue;
        return [.. found.Select(candidate =>
        {
            var passages = PassageReader.Of(generation).Of(candidate.Claim);
            var kind = MatchKinds.Of(query, script, passages.All);
            return new MatchCandidate(candidate.Claim, kind, reader.Read(kind, candidate.Score / reachable, passages));
        })];
    }

    // Synonyms find what the words do not; they come beside, since they also find what only sounds alike.
    private static IReadOnlyList<(int Claim, ushort Score)> Find(MatchQuery query, ScriptGroup script, int quota, ClaimIndex index)
    {
        var byWords = index.Search(script, query.SearchTerms, quota);
        return query.SynonymTerms.Length == 0
            ? byWords
            : [.. byWords.Concat(index.Search(script, query.SynonymTerms, quota / MatchRules.SynonymDivisor)).DistinctBy(found => found.Claim)];
    }
}
