using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Semantics.Embedders;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Matching;

/// <summary>The cosine of an embedding model beside the words, in one model.</summary>
public sealed class MeaningTests : IDisposable
{
    private const string Chinese = "網傳明天起全國高速公路免費通行三個月";
    private const string Dolphin = "The lighthouse keeper sold the harbour to a dolphin in 2019";

    private const string OtherDolphin = "A dolphin left the harbour with a sailor and no keeper";

    // The words of each are as near to a message that names dragon, castle and river.
    private const string FirstTwin = "dragon castle river marmalade";
    private const string SecondTwin = "dragon castle river saxophone";

    private readonly EmbeddedRecords _records = new();
    private readonly LikeMeanings _model = new();

    public MeaningTests() => _records.Publish(
        [Chinese, Dolphin, FirstTwin, SecondTwin, OtherDolphin, .. Enumerable.Range(0, 30).Select(index => $"Bridge number {index} was painted {(char)('a' + (index % 26))}een by volunteers")]);

    [Fact]
    public async Task What_only_its_meaning_finds_is_asked_about_in_any_language_until_a_calibration_covers_the_model()
    {
        const string message = "Motorways without tolls until the summer holidays begin";
        _model.With(message, Chinese);

        var (asked, answered) = (await MatchAsync(message), await MatchAsync(message, isCalibrated: true));

        Assert.Equal((Decision.Ask, "r0"), (asked.Decision, asked.Matches[0].Claim));
        Assert.False(asked.Matches[0].MayAnswer);
        Assert.Equal((Decision.Answer, "r0"), (answered.Decision, answered.Matches[0].Claim));
    }

    [Fact]
    public async Task Another_number_is_never_answered_however_near_the_meaning()
    {
        const string message = "In 2021 one mammal bought itself a port";
        _model.With(message, Dolphin);

        var result = await MatchAsync(message, isCalibrated: true);

        Assert.Equal((Decision.Ask, "r1"), (result.Decision, result.Matches[0].Claim));
        Assert.True(result.Matches[0].Probability > new MatchOptions().AnswerAt);
    }

    [Fact]
    public async Task An_uncalibrated_model_can_cast_doubt_on_an_answer_and_not_bring_one_about()
    {
        const string sure = "A keeper sold a harbour, and nobody in the whole town was told of it";
        const string unsure = "My aunt writes from her holidays that some dolphin now has a whole harbour of its own, and that its keeper is laughing";
        Assert.Equal((Decision.Answer, Decision.Ask), ((await MatchByWordsAsync(sure)).Decision, (await MatchByWordsAsync(unsure)).Decision));
        _model.With(unsure, Dolphin);

        var (doubted, likely) = (await MatchAsync(sure), await MatchAsync(unsure));

        Assert.Equal((Decision.Ask, "r1"), (doubted.Decision, doubted.Matches[0].Claim));
        Assert.True(doubted.Matches[0].Probability < (await MatchByWordsAsync(sure)).Matches[0].Probability);
        Assert.Equal((Decision.Ask, "r1"), (likely.Decision, likely.Matches[0].Claim));
        Assert.True(likely.Matches[0].Probability > new MatchOptions().AnswerAt);
        Assert.Equal(Decision.Answer, (await MatchAsync(unsure, isCalibrated: true)).Decision);
    }

    [Theory]
    [InlineData(FirstTwin, "r2")]
    [InlineData(SecondTwin, "r3")]
    public async Task Meaning_decides_between_claims_that_words_cannot_tell_apart(string meant, string claim)
    {
        const string message = "a dragon took the castle by the river";
        _model.With(message, meant);

        var result = await MatchAsync(message);

        Assert.Equal(claim, result.Matches[0].Claim);
        var twins = result.Matches.Where(match => match.Claim is "r2" or "r3").ToList();
        Assert.Equal(2, twins.Count);
        Assert.All(twins, match => Assert.False(match.Features.Meaning!.IsAlone));
        Assert.True(twins[0].Features.Meaning!.Gap > 0);
        Assert.True(twins[1].Features.Meaning!.Gap < 0);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_match_by_words_as_it_is()
    {
        const string message = "a dragon took the castle by the river";
        await StartAsync();
        _model.Fails = true;

        var result = await MatcherWith(MatchModel.Shipped).MatchAsync(_records.Knowledge, message, 10);

        var byWords = await MatchByWordsAsync(message);
        Assert.Equal(byWords.Decision, result.Decision);
        Assert.Equal(byWords.Matches, result.Matches);
        Assert.NotEmpty(result.Matches);
    }

    [Fact]
    public async Task An_explanation_says_how_near_the_meaning_is_and_what_holds_an_answer_back()
    {
        const string message = "Motorways without tolls until the summer holidays begin";
        _model.With(message, Chinese);
        await StartAsync();

        var (_, matches, _) = await new MatchExplainer(MatcherWith(MatchModel.Shipped))
            .ExplainAsync(new Question(message), _records.Knowledge.Current, 1, TestContext.Current.CancellationToken);

        Assert.Contains(matches[0].Reasons, reason => reason.Name.StartsWith("nearness in meaning", StringComparison.Ordinal) && reason.Effect > 0);
        Assert.Contains("only its meaning was found", matches[0].HeldBack, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _model.Dispose();
        _records.Dispose();
    }

    private Task<MatchResult> MatchByWordsAsync(string message) => new ClaimMatcher(new MatchOptions()).MatchAsync(_records.Knowledge, message, 10);

    private async Task<MatchResult> MatchAsync(string message, bool isCalibrated = false)
    {
        await StartAsync();
        return await MatcherWith(MatchModel.Shipped with { IsMeaningCalibrated = isCalibrated })
            .MatchAsync(_records.Knowledge, message, 10);
    }

    private ClaimMatcher MatcherWith(MatchModel model) => new(new MatchOptions(), model, _records.Search, new SemanticsOptions());

    private async Task StartAsync()
    {
        _records.Start(_model, id: "like");
        await _records.Filler.FillAsync(TestContext.Current.CancellationToken);
    }
}
