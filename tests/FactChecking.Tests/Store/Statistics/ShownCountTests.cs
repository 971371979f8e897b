using BotHost.Store.Statistics;
using FactChecking.Matching;

namespace FactChecking.Tests.Store.Statistics;

public sealed class ShownCountTests
{
    private const string ThisWeek = "2026-11-23";
    private const string LastWeek = "2026-11-16";

    [Theory]
    [InlineData(0, "fewer than 10")]
    [InlineData(9, "fewer than 10")]
    [InlineData(10, "10")]
    [InlineData(1234, "1,234")]
    public void What_is_under_ten_is_hidden(long count, string shown) =>
        Assert.Equal(shown, Counts(("en", "answer", count)).Questions(ThisWeek, "en", Decision.Answer).ToString());

    [Theory]
    // The part that is hidden could be had by subtracting what is shown from the sum.
    [InlineData(25, 5, "at least 25")]
    [InlineData(25, 0, "25")]
    [InlineData(25, 10, "35")]
    [InlineData(4, 5, "fewer than 10")]
    // What is hidden is no longer a few, and which part is how much stays open.
    [InlineData(7, 8, "15")]
    public void A_sum_does_not_give_a_hidden_part_away(long one, long other, string shown) =>
        Assert.Equal(shown, Counts(("en", "answer", one), ("uk", "answer", other)).Questions(ThisWeek, null, Decision.Answer).ToString());

    [Fact]
    public void Places_where_nobody_asked_are_no_questions()
    {
        var counts = new WeeklyCounts(
            [ThisWeek, LastWeek],
            [
                new(ThisWeek, "private", "en", "answer", 6), new(ThisWeek, "group", "en", "answer", 6), new(ThisWeek, "guest", "en", "answer", 6),
                new(ThisWeek, "inline", "en", "answer", 500), new(ThisWeek, "unasked", "en", "answer", 40), new(LastWeek, "private", "en", "none", 11),
            ],
            [new("C-1", 12), new("C-2", 9)],
            [new(ThisWeek, "ru", "wrong_match", 10), new(ThisWeek, "ru", "helpful", 99)]);

        Assert.Equal("18", counts.Questions(ThisWeek, "en", Decision.Answer).ToString());
        Assert.Equal("29", counts.Questions(null, null, null).ToString());
        Assert.Equal("40", counts.In(AnswerPlace.Unasked).ToString());
        Assert.Equal("10", counts.WrongMatches(ThisWeek, null).ToString());
        Assert.Equal(["C-1"], counts.MostAsked(20).Select(claim => claim.Claim));
    }

    private static WeeklyCounts Counts(params (string Language, string Decision, long Count)[] counts) => new(
        [ThisWeek], [.. counts.Where(count => count.Count > 0).Select(count => new DecisionCount(ThisWeek, "private", count.Language, count.Decision, count.Count))], [], []);
}
