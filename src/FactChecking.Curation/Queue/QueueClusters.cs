using BotHost.Store.Submissions;
using FactChecking.TextAnalysis;
using FactChecking.Variants;

namespace FactChecking.Curation.Queue;

/// <summary>Puts together what says nearly the same.</summary>
internal static class QueueClusters
{
    // Share of words, or of runs of three letters: a post with another greeting, or cut off at its end, is still the same post.
    private const double SamePost = 0.6;

    // A word that stands in more texts than these tells nothing apart, and comparing all of them costs the square.
    private const int MaxOfWord = 200;

    /// <summary>Clusters, the one that was passed on most first.</summary>
    /// <param name="texts">The texts, the one passed on most first: each joins the first that it is like.</param>
    public static IReadOnlyList<QueueCluster> Of(IReadOnlyList<Submission> texts)
    {
        var clusters = new List<(VariantText Text, HashSet<string> Numbers, List<Submission> Members)>();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var record in texts)
        {
            var text = VariantText.Of(record.Text);
            // Another number makes another claim of the same sentence.
            var numbers = AnalysedText.Of(record.Text).Numbers.ToHashSet();
            var words = text.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            var like = words
                .SelectMany(word => byWord.GetValueOrDefault(word) ?? [])
                .Distinct()
                .Order()
                .FirstOrDefault(index => numbers.SetEquals(clusters[index].Numbers) && text.LikenessTo(clusters[index].Text) >= SamePost, -1);
            if (like >= 0)
            {
                clusters[like].Members.Add(record);
                continue;
            }
            foreach (var word in words)
            {
                if (!byWord.TryGetValue(word, out var those))
                    byWord[word] = those = [];
                if (those.Count < MaxOfWord)
                    those.Add(clusters.Count);
            }
            clusters.Add((text, numbers, [record]));
        }
        return [.. clusters.Select(cluster => new QueueCluster(cluster.Members)).OrderByDescending(cluster => cluster.Count).ThenBy(cluster => cluster.First.Number)];
    }
}
