using FactChecking.Matching.Candidates;
using FactChecking.Tests.Support;
using FactChecking.TextAnalysis;

namespace FactChecking.Tests.Matching.Candidates;

public sealed class CandidateReaderTests : IAsyncLifetime
{
    // More than it takes until a claim's terms are looked up instead of read through.
    private const int ManyTimes = 20;

    private readonly CuratedKnowledge _curated = new();

    public ValueTask InitializeAsync() => _curated.InitializeAsync();

    public ValueTask DisposeAsync() => _curated.DisposeAsync();

    [Theory]
    [InlineData("Only 20% of Ukrainians support joining NATO, polls say")]
    [InlineData("Пентагон признал: на Украине было 46 биолабораторий США!")]
    [InlineData("США фінансували 46 біолабораторій в Україні")]
    [InlineData("美國在烏克蘭有46個生物實驗室")]
    [InlineData("NATO 的 46 biolabs на Украине")]
    [InlineData("My neighbour's cat learned to play the violin in seventeen days")]
    public void A_claim_that_was_compared_often_has_the_same_features_as_at_first(string message)
    {
        var first = Read();
        for (var time = 0; time < ManyTimes; time++)
            Read();

        Assert.NotEmpty(first);
        Assert.Equal(first, Read());

        IReadOnlyList<MatchCandidate> Read() => CandidateReader.Read(message, AnalysedText.Of(message), _curated.Knowledge.Current);
    }
}
