using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Storage;

namespace FactChecking.Evaluation;

/// <summary>
/// Learns the weights of <see cref="MatchModel"/> from the training splits: the rank from messages whose record is among
/// the candidates; the probability from the same messages as they are, and again with their records taken away, so that
/// the model has seen as many messages that nothing answers.
/// </summary>
internal static class Training
{
    public static MatchModel Fit(string folder, string work)
    {
        var messages = EvaluationSets.ForTraining(folder, work).Select(set => Candidates(set, work)).ToList();
        var rank = LogisticFit.Ranking([.. messages.SelectMany(set => Choices(set))]);
        var model = new MatchModel(Named(rank, null), Named(rank, null));
        var (accept, intercept) = LogisticFit.Probability([.. messages.SelectMany(set => Cases(set, model))]);
        return new MatchModel(Named(rank, null), Named(accept, intercept));
    }

    private static List<(IReadOnlyList<MatchCandidate> Candidates, HashSet<int> Right)> Candidates(EvaluationSet set, string work)
    {
        var file = new SqliteFile(Path.Combine(work, $"{set.Name}.db"));
        new RecordsImport(new KnowledgePublisher(file, TimeProvider.System)).Import(set.RecordsFile);
        using var knowledge = new KnowledgeBase(file);
        var generation = knowledge.Current;
        return [.. set.Messages.Select(message =>
        {
            var candidates = ClaimMatcher.Read(message.Text, generation);
            var ids = PassageStore.Ids(generation, [.. candidates.Select(candidate => candidate.Claim)]);
            return (candidates, ids.Where(pair => message.Answers.Contains(pair.Value)).Select(pair => pair.Key).ToHashSet());
        })];
    }

    // Every set weighs the same, however many messages it has.
    private static IEnumerable<LogisticFit.Choice> Choices(List<(IReadOnlyList<MatchCandidate> Candidates, HashSet<int> Right)> set) =>
        set.Where(message => message.Right.Count > 0)
            .Select(message => new LogisticFit.Choice(
                [.. MatchCandidate.Compare(message.Candidates).Select(candidate => candidate.Features.ToArray())],
                [.. message.Candidates.Select(candidate => message.Right.Contains(candidate.Claim))],
                1000.0 / set.Count));

    private static IEnumerable<(double[], bool, double)> Cases(List<(IReadOnlyList<MatchCandidate> Candidates, HashSet<int> Right)> set, MatchModel model) =>
        set.SelectMany(message => new[]
            {
                message.Candidates,
                [.. message.Candidates.Where(candidate => !message.Right.Contains(candidate.Claim))],
            }.Select(candidates => (Best: ClaimMatcher.Rank(candidates, model).FirstOrDefault(), message.Right)))
            .Where(item => item.Best is not null)
            .Select(item => (item.Best!.Features.ToArray(), item.Right.Contains(item.Best.Claim), 1000.0 / set.Count)); // filtered above

    private static Dictionary<string, double> Named(double[] weights, double? intercept)
    {
        var named = MatchFeatures.Names.Zip(weights).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 4));
        if (intercept is { } constant)
            named[MatchModel.Intercept] = Math.Round(constant, 4);
        return named;
    }
}
