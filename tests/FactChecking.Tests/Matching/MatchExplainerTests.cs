using FactChecking.Matching;
using FactChecking.Semantics.Embedders;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Matching;

public sealed class MatchExplainerTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>
{
    private readonly MatchExplainer _explainer = new(
        curated.Knowledge, new MessageMatcher(curated.Knowledge, new ClaimMatcher(curated.Knowledge, new MatchOptions()), null, new SemanticsOptions()));

    [Fact]
    public async Task An_explanation_names_the_words_and_the_wording()
    {
        var (decision, matches, _) = await _explainer.ExplainAsync("Пентагон признал: на Украине было 46 биолабораторий США!", 1, TestContext.Current.CancellationToken);

        Assert.Equal(Decision.Answer, decision);
        Assert.Equal("C-BIOLABS-46", matches[0].Claim);
        Assert.Contains("пентагон", matches[0].WordsInCommon);
        Assert.Contains("46", matches[0].WordsInCommon);
        Assert.Contains("46", matches[0].Wording, StringComparison.Ordinal);
        Assert.True(matches[0].Reasons[0].Effect > 0);
        Assert.Null(matches[0].HeldBack);
    }

    [Fact]
    public async Task An_explanation_says_what_held_an_answer_back()
    {
        var (decision, matches, _) = await _explainer.ExplainAsync("62% of Ukrainians support joining NATO, poll shows", 1, TestContext.Current.CancellationToken);

        Assert.Equal(Decision.Ask, decision);
        Assert.Contains("another number", matches[0].HeldBack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_shares_no_word_has_nothing_to_explain() =>
        Assert.Empty((await _explainer.ExplainAsync("zzz qqq xxx", 3, TestContext.Current.CancellationToken)).Matches);
}
