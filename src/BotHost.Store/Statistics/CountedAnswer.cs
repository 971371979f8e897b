using FactChecking.Answers;
using FactChecking.Languages;
using FactChecking.Matching;

namespace BotHost.Store.Statistics;

/// <summary>Where an answer was given.</summary>
public enum AnswerPlace
{
    Private,

    /// <summary>In a group, to somebody who asked.</summary>
    Group,

    /// <summary>In a group, to a post that nobody asked about.</summary>
    Unasked,

    /// <summary>In a chat that the bot is not in, to a call by name.</summary>
    Guest,

    /// <summary>To what somebody types after the bot's name: one for each pause in typing.</summary>
    Inline,
}

/// <summary>What is counted of an answer; nothing of who asked, where or what.</summary>
/// <param name="Place">Where it was given.</param>
/// <param name="Language">The answer's language, one of <see cref="ReplyLanguages.All"/>.</param>
/// <param name="Decision">What was decided; null where a question that was counted before got its answer by a press.</param>
/// <param name="Claim">Id of the claim that was stated; null: none.</param>
public sealed record CountedAnswer(AnswerPlace Place, string Language, Decision? Decision, string? Claim)
{
    /// <summary>An answer to a question.</summary>
    public static CountedAnswer Of(AnswerPlace place, Answer answer) =>
        new(place, answer.Language, answer.Decision, answer.Decision == FactChecking.Matching.Decision.Answer ? answer.Claims[0] : null);

    /// <summary>The answer that a press brought, to a question that was counted before.</summary>
    public static CountedAnswer ToPress(AnswerPlace place, Answer answer) => Of(place, answer) with { Decision = null };
}
