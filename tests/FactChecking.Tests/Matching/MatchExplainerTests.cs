using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Matching;

public sealed class MatchExplainerTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>
{
    private readonly MatchExplainer _explainer = new(new ClaimMatcher(new MatchOptions()));

    [Fact]
    public async Task An_explanation_names_the_words_and_the_wording()
    {
        var (decision, matches, _) = await ExplainAsync("Пентагон признал: на Украине было 46 биолабораторий США!", 1);

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
        var (decision, matches, _) = await ExplainAsync("62% of Ukrainians support joining NATO, poll shows", 1);

        Assert.Equal(Decision.Ask, decision);
        Assert.Contains("another number", matches[0].HeldBack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_shares_no_word_has_nothing_to_explain() =>
        Assert.Empty((await ExplainAsync("zzz qqq xxx", 3)).Matches);

    private Task<(Decision Decision, IReadOnlyList<MatchExplanation> Matches, LanguageShift? Shift)> ExplainAsync(string text, int count) =>
        _explainer.ExplainAsync(new Question(text), curated.Knowledge.Current, count, TestContext.Current.CancellationToken);
}
