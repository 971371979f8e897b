using System.Diagnostics;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Storage;

namespace FactChecking.Evaluation;

/// <summary>What the matcher did on one set.</summary>
internal sealed class SetReport(string name, IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> noMatch)
{
    private const int Depth = 50;

    public string Name => name;

    public IReadOnlyList<Outcome> Outcomes => outcomes;

    public IReadOnlyList<Outcome> NoMatch => noMatch;

    public static SetReport Of(EvaluationSet set, string work, MatchOptions options)
    {
        var file = new SqliteFile(Path.Combine(work, $"{set.Name}.db"));
        new RecordsImport(new KnowledgePublisher(file, TimeProvider.System)).Import(set.RecordsFile);
        return new SetReport(set.Name, Ask(file, set.Messages, options), Ask(file, set.NoMatch, options));
    }

    /// <summary>The wordings of the curated claims, each matched with a database that does not hold it.</summary>
    public static async Task<SetReport> OfCuratedAsync(string data, string work, MatchOptions options)
    {
        var outcomes = new List<Outcome>();
        for (var fold = 0; fold < CuratedFold.Count; fold++)
        {
            var (file, messages) = await CuratedFold.CreateAsync(data, work, fold);
            outcomes.AddRange(Ask(file, messages, options));
        }
        return new SetReport("curated", outcomes, []);
    }

    private static List<Outcome> Ask(SqliteFile file, IReadOnlyList<LabelledMessage> messages, MatchOptions options)
    {
        using var knowledge = new KnowledgeBase(file);
        var matcher = new ClaimMatcher(options);
        Match(matcher, "warm up", knowledge.Current);
        return [.. messages.Select(message => Ask(matcher, message, knowledge.Current))];
    }

    private static Outcome Ask(ClaimMatcher matcher, LabelledMessage message, KnowledgeGeneration generation)
    {
        var started = Stopwatch.GetTimestamp();
        var result = Match(matcher, message.Text, generation);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new Outcome(message, result, milliseconds);
    }

    // Without an embedding model nothing is waited for.
    private static MatchResult Match(ClaimMatcher matcher, string text, KnowledgeGeneration generation) =>
        matcher.MatchAsync(new Question(text), generation, Depth, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public double MeanAveragePrecision(int depth) => outcomes.Select(outcome => outcome.AveragePrecision(depth)).DefaultIfEmpty().Average();

    public double ReciprocalRank => outcomes.Select(outcome => outcome.FirstRank is { } rank ? 1.0 / rank : 0).DefaultIfEmpty().Average();

    public double Recall(int depth) => outcomes.Select(outcome => outcome.FirstRank <= depth ? 1.0 : 0).DefaultIfEmpty().Average();

    /// <summary>Share of the matchable messages that were answered.</summary>
    public double Coverage => Share(outcomes, outcome => outcome.Result.Decision == Decision.Answer);

    /// <summary>The same with those that were asked about.</summary>
    public double CoverageWithAsk => Share(outcomes, outcome => outcome.Result.Decision is Decision.Answer or Decision.Ask);

    /// <summary>Share of the answers that name a wrong record.</summary>
    public double WrongAnswers => Share([.. outcomes.Where(outcome => outcome.Result.Decision == Decision.Answer)], outcome => outcome.FirstRank != 1);

    /// <summary>Share of the messages without a match that were answered all the same.</summary>
    public double FalseAnswers => Share(noMatch, outcome => outcome.Result.Decision == Decision.Answer);

    public double FalseAsks => Share(noMatch, outcome => outcome.Result.Decision == Decision.Ask);

    public double Latency(double percentile)
    {
        var times = outcomes.Concat(noMatch).Select(outcome => outcome.Milliseconds).Order().ToList();
        return times.Count == 0 ? 0 : times[(int)Math.Min(times.Count - 1, times.Count * percentile)];
    }

    private static double Share(IReadOnlyList<Outcome> all, Func<Outcome, bool> which) =>
        all.Count == 0 ? double.NaN : (double)all.Count(which) / all.Count;
}

/// <summary>What came back for one message.</summary>
internal sealed record Outcome(LabelledMessage Message, MatchResult Result, double Milliseconds)
{
    /// <summary>Rank of the first right record, from 1; null when none came.</summary>
    public int? FirstRank { get; } = Result.Matches.Select(match => match.Claim).ToList().FindIndex(Message.Answers.Contains) is >= 0 and var index ? index + 1 : null;

    /// <summary>Average precision to this depth, as the CheckThat! scorer has it: divided by the number of right records, or the depth if that is less.</summary>
    public double AveragePrecision(int depth)
    {
        double sum = 0;
        var right = 0;
        foreach (var (index, match) in Result.Matches.Take(depth).Index())
        {
            if (Message.Answers.Contains(match.Claim))
                sum += ++right / (index + 1.0);
        }
        return Message.Answers.Count == 0 ? 0 : sum / Math.Min(depth, Message.Answers.Count);
    }
}
