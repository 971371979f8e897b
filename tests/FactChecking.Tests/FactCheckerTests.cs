using FactChecking.Answers;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Tests.Support;

namespace FactChecking.Tests;

public sealed class FactCheckerTests(CuratedFactChecker curated, ITestOutputHelper output) : IClassFixture<CuratedFactChecker>
{
    /// <summary>
    /// The wordings that were set aside before the records were written: every third of the 107 that came with the first
    /// records, counted in their order there. None of them is a variant.
    /// </summary>
    [Fact]
    public async Task Nine_in_ten_wordings_that_were_set_aside_find_their_claim()
    {
        var answers = await CheckAsync("held_out");

        var found = answers.Count(item => item.Answer.Decision is Decision.Answer or Decision.Ask && item.Answer.Claims[0] == item.Wording.Claim);
        var wrong = answers.Count(item => item.Answer.Decision == Decision.Answer && item.Answer.Claims[0] != item.Wording.Claim);
        output.WriteLine($"{found} of {answers.Count}, {wrong} wrong answers");
        Assert.Equal(35, answers.Count);
        Assert.True(found >= 0.9 * answers.Count, $"found {found} of {answers.Count}");
        Assert.True(wrong <= 1, $"{wrong} wrong answers");
    }

    [Fact]
    public async Task Messages_on_other_matters_find_nothing() =>
        Assert.All(await CheckAsync("no_match"), item => Assert.Equal(Decision.None, item.Answer.Decision));

    [Fact]
    public async Task Opinions_and_predictions_are_not_checkable() =>
        Assert.All(await CheckAsync("not_checkable"), item => Assert.Equal(Decision.NotCheckable, item.Answer.Decision));

    [Fact]
    public async Task What_only_looks_like_the_claim_is_never_answered_as_the_claim() =>
        Assert.All(await CheckAsync("hard_negatives"), item =>
            Assert.False(item.Answer is { Decision: Decision.Answer, Stance: Stance.Asserts }, item.Wording.Text));

    [Fact]
    public async Task Replies_are_in_the_language_of_the_message() =>
        Assert.All(await CheckAsync("held_out"), item => Assert.Equal(item.Wording.Language, item.Answer.Language));

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("😡😡😡")]
    [InlineData("NATO")]
    [InlineData("新冠")]
    [InlineData("\u200b\u202e")]
    public async Task Without_a_statement_there_is_nothing_to_check(string message) =>
        Assert.Equal(Decision.NothingToCheck, (await CheckOneAsync(message)).Decision);

    [Theory]
    [InlineData("Look at this https://www.mygopen.com/2022/04/bio-labs.html?utm_source=line#top", null, "C-BIOLABS-TW10")]
    [InlineData("что скажете?", "https://www.mygopen.com/2022/04/bio-labs.html", "C-BIOLABS-TW10")]
    public async Task An_address_on_record_names_the_claim(string message, string? from, string claim)
    {
        var answer = await curated.FactChecker.CheckAsync(new Question(message) { ForwardedFrom = from }, TestContext.Current.CancellationToken);

        Assert.Equal(Decision.Answer, answer.Decision);
        Assert.Equal(claim, Assert.Single(answer.Claims));
    }

    [Fact]
    public async Task A_picked_candidate_is_answered()
    {
        var asked = await CheckOneAsync("МИД РФ: риск столкновения с НАТО растёт, поставки оружия");
        Assert.Equal(Decision.Ask, asked.Decision);
        var key = asked.Candidates[0].Key;

        var answer = await curated.FactChecker.AnswerPickedAsync(new Question("МИД РФ: риск столкновения"), key, TestContext.Current.CancellationToken);

        Assert.Equal(asked.Candidates[0].Claim, Assert.Single(answer!.Claims)); // the key is of this generation
        Assert.Equal("ru", answer.Language);
        Assert.Null(await curated.FactChecker.AnswerPickedAsync(new Question("x"), "0123456789abcdef", TestContext.Current.CancellationToken));
    }

    private async Task<List<(Wording Wording, Answer Answer)>> CheckAsync(string file)
    {
        var answers = new List<(Wording Wording, Answer Answer)>();
        foreach (var wording in Wordings.Read(file))
        {
            var answer = await CheckOneAsync(wording.Text);
            output.WriteLine($"{answer.Decision} {answer.Stance} {answer.Claims.FirstOrDefault()} | {wording.Claim} | {wording.Text}");
            answers.Add((wording, answer));
        }
        return answers;
    }

    private Task<Answer> CheckOneAsync(string message) =>
        curated.FactChecker.CheckAsync(new Question(message), TestContext.Current.CancellationToken);
}
