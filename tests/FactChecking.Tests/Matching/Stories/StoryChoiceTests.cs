using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Matching.Stories;
using FactChecking.Messages;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Matching.Stories;

public sealed class StoryChoiceTests
{
    private const string Message = "Granny says that garlic water helps against diabetes";

    private static readonly object Garlic = Record("g1", "Lemon water with garlic cures diabetes overnight");
    private static readonly object GarlicAgain = Record("g2", "Lemon water with garlic cures diabetes overnight, posts say");

    [Fact]
    public async Task A_record_of_the_same_story_does_not_turn_an_answer_into_a_question()
    {
        using var alone = new ImportedFactChecker([Garlic, .. Others()]);
        using var together = new ImportedFactChecker([Garlic, GarlicAgain, .. Others()]);

        Assert.Equal(Decision.Answer, (await CheckAsync(alone, Message)).Decision);
        // Two that are told apart only by their years are a question, of which two that say the same are none.
        using var forms = Forms();
        Assert.Equal(Decision.Ask, (await CheckAsync(forms, Message)).Decision);
        Assert.Equal(Decision.Answer, (await CheckAsync(together, Message)).Decision);
        // The story counts once for the decision, the records each for what is listed.
        var listed = await together.MatchAsync(Message, 5);
        Assert.Equal(["g1", "g2"], listed.Matches.Take(2).Select(match => match.Claim).Order());
    }

    [Fact]
    public async Task Each_place_of_a_question_holds_another_story()
    {
        using var records = new ImportedFactChecker(
        [
            Record("a1", "Nettle soup heals broken bones, a village healer claims"),
            Record("a2", "No, nettle soup does not heal broken bones, as a village healer claims"),
            Record("b1", "Old nettle recipe restores sight to blind horses"),
            Record("b2", "Old nettle recipe restores sight to blind horses, posts say"),
            .. Others(),
        ]);

        var answer = await CheckAsync(records, "Nettle gives blind people their sight and heals bones, they say in the village");

        Assert.Equal(Decision.Ask, answer.Decision);
        Assert.Equal(["a", "b"], answer.Claims.Select(claim => claim[..1]).Order());
        Assert.All(answer.Candidates, candidate => Assert.Null(candidate.Date));
    }

    [Theory]
    [InlineData("Polls show that 20 percent of villagers want the new bridge", "Polls show that 40 percent of villagers want the new bridge")]
    [InlineData("Lemon water with garlic cures diabetes overnight", "Lemon water with ginger cures diabetes overnight")]
    [InlineData("Fact check", "Fact check")]
    [InlineData("In 2019 the mayor sold the bridge to a dolphin", "In 2021 the mayor sold the bridge to a dolphin")]
    public void Another_number_thing_or_year_and_a_mere_heading_are_not_the_same(string one, string other)
    {
        using var records = new ImportedFactChecker([Record("a", one), Record("b", other), .. Others()]);
        using var generation = new KnowledgeGeneration(records.Database);

        Assert.False(new StoryChoice(generation).SayTheSame("a", "b"));
    }

    [Theory]
    [InlineData("Lemon water with garlic cures diabetes overnight", "False: lemon water with garlic cures diabetes overnight!")]
    [InlineData("Лимонная вода с чесноком лечит диабет за ночь", "Лимонная вода с чесноком лечит диабет за ночь?")]
    [InlineData("Лимонна вода з часником лікує діабет за ніч", "Фейк: лимонна вода з часником лікує діабет за ніч")]
    [InlineData("大蒜柠檬水一夜治好糖尿病", "網傳大蒜檸檬水一夜治好糖尿病")]
    public void The_same_sentence_with_a_word_of_a_publisher_is_the_same(string one, string other)
    {
        using var records = new ImportedFactChecker([Record("a", one), Record("b", other), .. Others()]);
        using var generation = new KnowledgeGeneration(records.Database);

        Assert.True(new StoryChoice(generation).SayTheSame("a", "b"));
    }

    [Theory]
    [InlineData("en", " (May 2019)", " (December 2021)")]
    [InlineData("zh-Hans", "（2019年5月）", "（2021年12月）")]
    public async Task Forms_of_a_claim_from_other_years_are_told_apart_by_date(string language, string earlier, string later)
    {
        using var records = Forms();

        var answer = await CheckAsync(records, Message, language);

        Assert.Equal(Decision.Ask, answer.Decision);
        Assert.Equal(["old", "new"], answer.Claims.OrderDescending());
        Assert.Contains(earlier, answer.Text, StringComparison.Ordinal);
        Assert.Contains(later, answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Candidates, candidate => Assert.StartsWith($"{candidate.Date} · ", candidate.Label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2019", "old")]
    [InlineData("2021", "new")]
    public async Task A_year_in_the_message_puts_the_form_of_that_year_first(string year, string first)
    {
        using var records = Forms();

        var answer = await CheckAsync(records, $"Granny says that in {year} garlic water helped against diabetes");

        Assert.Equal(Decision.Ask, answer.Decision);
        Assert.Equal(first, answer.Claims[0]);
        Assert.Equal(2, answer.Claims.Count);
    }

    [Fact]
    public async Task An_address_that_two_records_of_one_story_share_is_answered()
    {
        const string address = "https://check.example/lemon";
        using var same = new ImportedFactChecker([With(address, "g1", "Lemon water with garlic cures diabetes overnight"), With(address, "g2", "Lemon water with garlic cures diabetes overnight, posts say"), .. Others()]);
        using var different = new ImportedFactChecker([With(address, "g1", "Lemon water with garlic cures diabetes overnight"), With(address, "b1", "Bees vanish because of mobile masts"), .. Others()]);

        Assert.Equal(Decision.Answer, (await CheckAsync(same, address)).Decision);
        Assert.Equal(Decision.Ask, (await CheckAsync(different, address)).Decision);
    }

    private static ImportedFactChecker Forms() => new(
    [
        Record("old", "Lemon water with garlic cures diabetes overnight", date: "2019-05-11"),
        Record("new", "Lemon water with garlic cures diabetes overnight", date: "2021-12-03"),
        .. Others(),
    ]);

    private static Task<Answer> CheckAsync(ImportedFactChecker records, string message, string? language = null) =>
        records.FactChecker.CheckAsync(new Question(message) { ReplyLanguage = language }, TestContext.Current.CancellationToken);

    private static object Record(string id, string title, string text = "There is no evidence for this.", string? date = null) =>
        new { id, lang = "en", title, text, date };

    private static object With(string url, string id, string title) => new { id, lang = "en", title, text = "There is no evidence for this.", url };

    // Without other records every word is in half of all records and tells nothing.
    private static object[] Others() =>
        [.. Enumerable.Range(0, 40).Select(number => Record($"o{number}", $"Harbour {Names[number % 8]} sold its {Things[number % 5]} to company {(char)('a' + (number % 26))}x", "The sale was made up."))];

    private static readonly string[] Names = ["north", "south", "east", "west", "upper", "lower", "inner", "outer"];
    private static readonly string[] Things = ["cranes", "docks", "lighthouse", "ferries", "anchors"];
}
