using FactChecking.Matching;

namespace BotHost.Store.Statistics;

/// <summary>What was counted of some weeks. Nothing here is shown but through <see cref="ShownCount"/>.</summary>
/// <param name="Weeks">The weeks, the present one first.</param>
/// <param name="Decisions">Answers by week, place, language and decision.</param>
/// <param name="Claims">How often each claim was stated, the most often first.</param>
/// <param name="Feedback">What people said of answers.</param>
public sealed record WeeklyCounts(
    IReadOnlyList<string> Weeks, IReadOnlyList<DecisionCount> Decisions, IReadOnlyList<ClaimCount> Claims, IReadOnlyList<FeedbackCount> Feedback)
{
    // Nobody asked for an unasked answer, and an inline query comes with every pause in typing.
    private static readonly string[] Asked =
        [StatisticsStore.Word(AnswerPlace.Private), StatisticsStore.Word(AnswerPlace.Group), StatisticsStore.Word(AnswerPlace.Guest)];

    /// <summary>Questions of a week.</summary>
    /// <param name="week">The week; null: all of them.</param>
    /// <param name="language">The language; null: all.</param>
    /// <param name="decision">How they were answered; null: in any way.</param>
    public ShownCount Questions(string? week, string? language, Decision? decision) => ShownCount.Of(Decisions
        .Where(count => Asked.Contains(count.Place) && Fits(count.Week, week) && Fits(count.Language, language))
        .Where(count => decision is not { } only || count.Decision == StatisticsStore.Word(only))
        .Select(count => (count.Week, count.Language, count.Decision, count.Count)));

    /// <summary>All that was answered in a place.</summary>
    public ShownCount In(AnswerPlace place) => ShownCount.Of(Decisions
        .Where(count => count.Place == StatisticsStore.Word(place))
        .Select(count => (count.Week, count.Language, count.Decision, count.Count)));

    /// <summary>Answers that people called the wrong match.</summary>
    /// <param name="week">The week; null: all of them.</param>
    /// <param name="language">The language; null: all.</param>
    public ShownCount WrongMatches(string? week, string? language) => ShownCount.Of(Feedback
        .Where(count => count.Kind == FeedbackCount.WrongMatch && Fits(count.Week, week) && Fits(count.Language, language))
        .Select(count => (count.Week, count.Language, count.Kind, count.Count)));

    /// <summary>The claims that were stated often enough to be shown, the most often first.</summary>
    public IReadOnlyList<ClaimCount> MostAsked(int max) => [.. Claims.Where(claim => claim.Count >= ShownCount.Least).Take(max)];

    private static bool Fits(string value, string? wanted) => wanted is null || value == wanted;
}

/// <summary>Answers of one week, place, language and decision.</summary>
public sealed record DecisionCount(string Week, string Place, string Language, string Decision, long Count);

/// <summary>How often a claim was stated.</summary>
public sealed record ClaimCount(string Claim, long Count);

/// <summary>What people said of answers of one week and language.</summary>
public sealed record FeedbackCount(string Week, string Language, string Kind, long Count)
{
    public const string WrongMatch = "wrong_match";
}
