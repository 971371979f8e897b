using FactChecking.Matching;

namespace FactChecking.Curation.Calibration;

/// <summary>What a calibration found.</summary>
/// <param name="Fitted">What the bot can use from now on.</param>
/// <param name="Languages">What was seen and fitted, by language, in the order of <see cref="FactChecking.Languages.ReplyLanguages.All"/>.</param>
/// <param name="UnknownClaims">Claims that are named and not on record.</param>
public sealed record CalibrationOutcome(
    LocalCalibration Fitted, IReadOnlyList<LanguageOutcome> Languages, IReadOnlyList<string> UnknownClaims)
{
    /// <summary>Matches that an embedding model gave a cosine for; null when none is set.</summary>
    public int? PairsWithMeaning { get; init; }
}

/// <summary>One language of the labelled matches.</summary>
/// <param name="Language">One of <see cref="FactChecking.Languages.ReplyLanguages.All"/>.</param>
/// <param name="Pairs">Labelled matches.</param>
/// <param name="Confirmed">Those that were confirmed.</param>
/// <param name="Unreachable">Those whose claim is not among the candidates for the message.</param>
/// <param name="Certain">Those that no model decides: word for word on record, or by an address on record.</param>
/// <param name="Shift">What was fitted to all others; null when they are too few.</param>
/// <param name="Before">How the shipped probabilities of those others did.</param>
/// <param name="After">How fitted ones did, each by what was fitted without it; null when they are too few.</param>
public sealed record LanguageOutcome(
    string Language, int Pairs, int Confirmed, int Unreachable, int Certain, double? Shift, ProbabilityErrors Before, ProbabilityErrors? After)
{
    /// <summary>Those that a shift is fitted to.</summary>
    public int Used => Pairs - Unreachable - Certain;
}

/// <summary>How far probabilities were from what was true.</summary>
/// <param name="Brier">Mean squared error.</param>
/// <param name="Calibration">Expected calibration error over ten bins.</param>
public sealed record ProbabilityErrors(double Brier, double Calibration);
