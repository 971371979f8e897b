using FactChecking.Languages;

namespace FactChecking.Matching;

/// <summary>What was decided about a message, and the claims it may be about, best first.</summary>
/// <param name="Decision"><see cref="Decision.Answer"/>, <see cref="Decision.Ask"/> or <see cref="Decision.None"/>.</param>
/// <param name="Matches">The candidates, best first.</param>
public sealed record MatchResult(Decision Decision, IReadOnlyList<Match> Matches)
{
    /// <summary>An address on record came with the message: no words were compared.</summary>
    public bool IsByLink { get; init; }

    /// <summary>What was fitted for the message's language on this bot's own matches; null when nothing was.</summary>
    public LanguageShift? Shift { get; init; }
}

/// <summary>What is added to the logarithm of the odds of every match of messages in a language.</summary>
/// <param name="Language">One of <see cref="ReplyLanguages.All"/>.</param>
/// <param name="Value">The shift; below 0 it makes the bot less sure.</param>
public sealed record LanguageShift(string Language, double Value);
