using System.Text.Json.Nodes;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Matching.Candidates;
using FactChecking.Matching.Passages;
using FactChecking.Storage;
using FactChecking.TextAnalysis;

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

    // Lengths may speak either way, and so may what takes back a part of the rank score; every other feature has the sign
    // that its meaning gives it.
    private static int SignOf(string name) => name switch
    {
        nameof(MatchFeatures.NumbersConflict) => -1,
        nameof(MatchFeatures.MessageLength) => 0,
        _ => 1,
    };

    private static readonly string[] TakenBack = [nameof(MatchFeatures.Cosine), nameof(MatchFeatures.HeadlineOverlap), nameof(MatchFeatures.GramsOfMessage)];

    private static readonly int[] RankSigns = [.. MatchFeatures.RankNames.Select(SignOf)];
    private static readonly int[] AcceptSigns = [.. MatchFeatures.AcceptNames.Select(name => TakenBack.Contains(name) ? 0 : SignOf(name)), .. new int[MatchKinds.Count - 1]];

    // A message whose record was taken away is the hardest case, not the usual one.
    private const double TakenAwayWeight = 0.5;

    // Added to the constant term of a kind, so that at the shipped thresholds about one training message in a hundred is
    // answered wrongly, in sets of any kind: logits, read off the training messages.
    private static readonly Dictionary<MatchKind, double> Leaning = new() { [MatchKind.Latin] = -0.3, [MatchKind.Cyrillic] = 1 };

    // The wordings of the curated claims come from few hands: they weigh less in the ranking than what people posted.
    private const double CuratedWeight = 0.2;

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
        examples.AddRange(Weighed(await CuratedExamplesAsync(), share: 1 / CuratedWeight, isComplete: true).Select(example => example with { Weight = example.Weight * CuratedWeight }));

        var rank = Enum.GetValues<MatchKind>().ToDictionary(
            kind => kind,
            kind => Named(MatchFeatures.RankNames, LogisticFit.Ranking([.. examples.SelectMany(example => Choices(example, kind))], RankSigns)));
        var model = new MatchModel(rank, new Dictionary<string, double>(), Enum.GetValues<MatchKind>().ToDictionary(kind => kind, _ => 0.0));
        var (accept, intercept) = LogisticFit.Probability([.. examples.Where(example => example.IsComplete).SelectMany(example => Cases(example, model))], AcceptSigns);
        var kinds = accept[MatchFeatures.AcceptNames.Count..];
        return model with
        {
            Accept = Named(MatchFeatures.AcceptNames, accept),
            Intercept = Enum.GetValues<MatchKind>().ToDictionary(kind => kind, kind => Math.Round(intercept + (kind == 0 ? 0 : kinds[(int)kind - 1]) + Leaning.GetValueOrDefault(kind), 4)),
        };
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
            var candidates = CandidateReader.Read(message.Text, AnalysedText.Of(message.Text), generation);
            var right = candidates.Select(candidate => candidate.Claim).Where(claim => message.Answers.Contains(PassageReader.Of(generation).IdOf(claim))).ToHashSet();
            return new Example(candidates, right, 1);
        })];
    }

    private static IEnumerable<LogisticFit.Choice> Choices(Example example, MatchKind kind)
    {
        var candidates = example.Candidates.Where(candidate => candidate.Kind == kind).ToList();
        if (candidates.Any(candidate => example.Right.Contains(candidate.Claim)))
        {
            yield return new LogisticFit.Choice(
                [.. MatchCandidate.Compare(candidates).Select(candidate => candidate.Features.ForRank())],
                [.. candidates.Select(candidate => example.Right.Contains(candidate.Claim))],
                example.Weight);
        }
    }

    // The first of each kind, as the matcher compares them.
    private static IEnumerable<(double[], bool, double)> Cases(Example example, MatchModel model) =>
        (example.Right.Count == 0
            ? [(example.Candidates, 1)]
            : new (IReadOnlyList<MatchCandidate> Candidates, double Weight)[] { (example.Candidates, 1), ([.. example.Candidates.Where(candidate => !example.Right.Contains(candidate.Claim))], TakenAwayWeight) })
        .SelectMany(seen => CandidateRanking.Apart(seen.Candidates).Select(ofKind => (Best: CandidateRanking.Rank(ofKind, model)[0], seen.Weight)))
        .Select(seen => (
            (double[])[.. seen.Best.Features.ForAccept(), .. Enumerable.Range(1, MatchKinds.Count - 1).Select(kind => (int)seen.Best.Kind == kind ? 1.0 : 0)],
            example.Right.Contains(seen.Best.Claim),
            example.Weight * example.Share * seen.Weight));

    private static IReadOnlyDictionary<string, double> Named(IReadOnlyList<string> names, double[] weights) =>
        names.Zip(weights).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 4));
}
