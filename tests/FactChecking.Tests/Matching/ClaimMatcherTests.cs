using FactChecking.Matching;
using FactChecking.Semantics.Embedders;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Matching;

public sealed class ClaimMatcherTests : IDisposable
{
    // Made of words that say nothing by themselves, so that no search by words can find it.
    private const string FoundByMeaning = "what they were all about before this and after that";

    private readonly EmbeddedRecords _records = new();

    [Fact]
    public async Task What_only_its_meaning_finds_is_asked_about_and_never_answered()
    {
        var matcher = await StartAsync(askAt: 1);

        var result = await matcher.MatchAsync(_records.Knowledge, FoundByMeaning, 3);

        Assert.Equal(Decision.Ask, result.Decision);
        Assert.Equal("r0", result.Matches[0].Claim);
    }

    [Fact]
    public async Task What_is_not_near_enough_is_not_asked_about()
    {
        var matcher = await StartAsync(askAt: 20);

        var result = await matcher.MatchAsync(_records.Knowledge, FoundByMeaning, 3);

        Assert.Equal(Decision.None, result.Decision);
    }

    [Fact]
    public async Task What_its_words_answer_stays_answered()
    {
        var matcher = await StartAsync(askAt: 0);

        var result = await matcher.MatchAsync(_records.Knowledge, "The lighthouse keeper sold the harbour to a dolphin", 3);

        Assert.Equal(Decision.Answer, result.Decision);
        Assert.Equal("r1", result.Matches[0].Claim);
    }

    public void Dispose() => _records.Dispose();

    private async Task<ClaimMatcher> StartAsync(double askAt)
    {
        _records.Publish(FoundByMeaning, "The lighthouse keeper sold the harbour to a dolphin", "Seven bridges over the river were painted green");
        _records.Start(new WordBag());
        await _records.Filler.FillAsync(TestContext.Current.CancellationToken);
        return new ClaimMatcher(new MatchOptions(), null, _records.Search, new SemanticsOptions { AskAt = askAt });
    }
}
