using System.Text.Json.Nodes;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Storage;

namespace FactChecking.Evaluation;

/// <summary>
/// Learns the weights of <see cref="MatchModel"/>: the rank from messages whose record is among the candidates; the
/// probability from the same messages as they are, and again with their records taken away, so that the model has seen as
/// many messages that nothing answers. Databases of all sizes are drawn from the training splits, since a probability
/// that was learnt on one size alone does not hold on another; the wordings of the curated claims join them, a third at
/// a time kept out of the database.
/// </summary>
internal sealed class Training(string folder, string data, string work)
{
    private const int Seed = 20220308;

    // Records in a drawn database, and how many such are drawn from each training split.
    private static readonly (int Records, int Draws)[] Sizes = [(30, 30), (300, 6), (3000, 2)];

    // Only lengths may speak either way; every other feature has the sign that its meaning gives it.
    private static readonly int[] Signs = [.. MatchFeatures.Names.Select(name => name switch
    {
        nameof(MatchFeatures.NumbersConflict) => -1,
        nameof(MatchFeatures.MessageLength) => 0,
        _ => 1,
    })];

    // A split with fewer messages would be drawn again and again.
    private const int FewestForDraws = 500;

    /// <summary>A message's candidates, and the numbers of the right ones.</summary>
    private sealed record Example(IReadOnlyList<MatchCandidate> Candidates, HashSet<int> Right, double Weight, double Share = 1, bool IsComplete = true);

    public async Task<MatchModel> FitAsync()
    {
        var examples = new List<Example>();
        foreach (var set in EvaluationSets.ForTraining(folder, work))
        {
            var isComplete = EvaluationSets.AreLabelsComplete(set.Name);
            var share = 1.0 / EvaluationSets.FamilySize(set.Name);
            examples.AddRange(Weighed(ImportedExamples(set.Name, set.RecordsFile, [.. set.Messages, .. set.NoMatch]), share, isComplete));
            foreach (var (records, draws) in Sizes.Where(_ => set.Messages.Count > FewestForDraws))
                examples.AddRange(Weighed([.. Enumerable.Range(0, draws).SelectMany(draw => DrawnExamples(set, records, draw))], share, isComplete));
        }
        examples.AddRange(Weighed(await CuratedExamplesAsync(), share: 1, isComplete: true));

        var rank = LogisticFit.Ranking([.. examples.Where(example => example.Right.Count > 0).Select(Choice)], Signs);
        var model = new MatchModel(Named(rank, null), Named(rank, null));
        var (accept, intercept) = LogisticFit.Probability([.. examples.Where(example => example.IsComplete).SelectMany(example => Cases(example, model))], Signs);
        return new MatchModel(Named(rank, null), Named(accept, intercept));
    }

    // Every source weighs the same, however many messages it has. For the probabilities the sets of one family share a
    // weight: six times the same broad narratives would teach that every match is doubtful.
    private static IEnumerable<Example> Weighed(List<Example> examples, double share, bool isComplete) =>
        examples.Select(example => example with { Weight = 1000.0 / examples.Count, Share = share, IsComplete = isComplete });

    private List<Example> DrawnExamples(EvaluationSet set, int size, int draw)
    {
        var random = new Random(Seed + draw + size);
        var messages = set.Messages.ToArray();
        random.Shuffle(messages);
        messages = [.. messages.Take(size / 3)];
        var wanted = messages.SelectMany(message => message.Answers).ToHashSet();
        var lines = File.ReadAllLines(set.RecordsFile);
        random.Shuffle(lines);
        var chosen = lines.Where(line => wanted.Contains((string)JsonNode.Parse(line)!["id"]!)) // checked when the set was read
            .Concat(lines.Take(size - wanted.Count))
            .DistinctBy(line => (string)JsonNode.Parse(line)!["id"]!);
        var name = $"{set.Name}-{size}-{draw}";
        var file = Path.Combine(work, $"{name}.jsonl");
        File.WriteAllLines(file, chosen);
        return ImportedExamples(name, file, messages);
    }

    private List<Example> ImportedExamples(string name, string recordsFile, IReadOnlyList<LabelledMessage> messages)
    {
        var file = new SqliteFile(Path.Combine(work, $"{name}.db"));
        new RecordsImport(new KnowledgePublisher(file, TimeProvider.System)).Import(recordsFile);
        return Examples(file, messages);
    }

    private async Task<List<Example>> CuratedExamplesAsync()
    {
        var examples = new List<Example>();
        for (var fold = 0; fold < CuratedFold.Count; fold++)
        {
            var (file, messages) = await CuratedFold.CreateAsync(data, work, fold);
            examples.AddRange(Examples(file, messages));
        }
        return examples;
    }

    private static List<Example> Examples(SqliteFile file, IReadOnlyList<LabelledMessage> messages)
    {
        using var knowledge = new KnowledgeBase(file);
        var generation = knowledge.Current;
        return [.. messages.Select(message =>
        {
            var candidates = ClaimMatcher.Read(message.Text, AnalysedText.Of(message.Text), generation);
            var right = generation.ReadPassages(passages => candidates
                .Select(candidate => candidate.Claim)
                .Where(claim => message.Answers.Contains(passages.IdOf(claim)))
                .ToHashSet());
            return new Example(candidates, right, 1);
        })];
    }

    private static LogisticFit.Choice Choice(Example example) => new(
        [.. MatchCandidate.Compare(example.Candidates).Select(candidate => candidate.Features.ToArray())],
        [.. example.Candidates.Select(candidate => example.Right.Contains(candidate.Claim))],
        example.Weight);

    private static IEnumerable<(double[], bool, double)> Cases(Example example, MatchModel model) =>
        (example.Right.Count == 0
            ? [example.Candidates]
            : new[] { example.Candidates, [.. example.Candidates.Where(candidate => !example.Right.Contains(candidate.Claim))] })
        .Select(candidates => ClaimMatcher.Rank(candidates, model).FirstOrDefault())
        .OfType<MatchCandidate>()
        .Select(best => (best.Features.ToArray(), example.Right.Contains(best.Claim), example.Weight * example.Share));

    private static Dictionary<string, double> Named(double[] weights, double? intercept)
    {
        var named = MatchFeatures.Names.Zip(weights).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 4));
        if (intercept is { } constant)
            named[MatchModel.Intercept] = Math.Round(constant, 4);
        return named;
    }
}
