using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using Newtonsoft.Json.Linq;

namespace FactChecking.Curation.Editing;

/// <summary>Warns of claims that are on record already, by the matcher that people's messages are matched with.</summary>
public sealed class DuplicateFinder(KnowledgeBase knowledge, ClaimMatcher matcher)
{
    private const int Max = 5;

    /// <summary>The claims on record that a message in this claim's words would be answered or asked with; none for other kinds.</summary>
    public async Task<IReadOnlyList<LikelyDuplicate>> FindAsync(RecordKey key, string text, CancellationToken cancellationToken)
    {
        if (key.Kind != "claims" || RecordText.Read(text)?["text"] is not JObject wordings)
            return [];

        var generation = knowledge.Current;
        var found = new Dictionary<string, LikelyDuplicate>(StringComparer.Ordinal);
        foreach (var (language, wording) in wordings.Properties().Select(property => (property.Name, (string?)property.Value ?? "")))
        {
            var result = await matcher.MatchAsync(new Question(wording) { LanguageHint = language }, generation, Max, cancellationToken);
            foreach (var match in result.Matches.Where(match => match.Claim != key.Id && result.Decision != Decision.None))
            {
                var label = DossierReader.Find(generation, match.Claim)?.Text.In(language) ?? match.Claim;
                if (found.GetValueOrDefault(match.Claim) is not { } known || known.Probability < match.Probability)
                    found[match.Claim] = new LikelyDuplicate(match.Claim, label, match.Probability);
            }
        }
        return [.. found.Values.Where(duplicate => duplicate.Probability >= LeastProbability).OrderByDescending(duplicate => duplicate.Probability).Take(Max)];
    }

    // The claim itself is on record, too, and takes the probability of what is like it: a fifth is much beside it.
    private const double LeastProbability = 0.05;
}

/// <summary>A claim on record that may say the same.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Text">The claim.</param>
/// <param name="Probability">How sure a message in the new claim's words would be answered with it, 0 to 1.</param>
public sealed record LikelyDuplicate(string Claim, string Text, double Probability);
