using System.Diagnostics;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Matching.Index;
using FactChecking.Messages;
using FactChecking.Storage;

namespace FactChecking.Benchmarks;

/// <summary>The matcher as the bot uses it: index, features, models, decision.</summary>
internal sealed class MatcherEngine : ISearchEngine
{
    private const int Matches = 5;

    private readonly KnowledgeBase _knowledge;
    private readonly ClaimMatcher _matcher;

    public MatcherEngine(SqliteFile records)
    {
        _knowledge = new KnowledgeBase(records);
        _matcher = new ClaimMatcher(new MatchOptions());
        var started = Stopwatch.GetTimestamp();
        Bytes = ClaimIndexReader.Of(_knowledge.Current).Bytes;
        BuildTime = Stopwatch.GetElapsedTime(started);
    }

    public string Name => "matcher";

    public TimeSpan? BuildTime { get; }

    public long Bytes { get; }

    public int Search(string message) => _matcher.MatchAsync(new Question(message), _knowledge.Current, Matches, CancellationToken.None).AsTask().GetAwaiter().GetResult().Matches.Count;

    public void Dispose() => _knowledge.Dispose();
}
