namespace FactChecking.Calibration;

/// <summary>What was fitted to one bot's own matches.</summary>
/// <param name="MatchModel">Names the weights that it was fitted on top of.</param>
/// <param name="Languages">The languages with enough matches, by their codes.</param>
public sealed record LocalCalibration(string MatchModel, IReadOnlyDictionary<string, CalibratedLanguage> Languages);

/// <summary>One language.</summary>
/// <param name="Shift">Added to the constant term of the probability, in logarithms of odds.</param>
/// <param name="Pairs">How many matches it was fitted to.</param>
/// <param name="Confirmed">How many of them were confirmed.</param>
public sealed record CalibratedLanguage(double Shift, int Pairs, int Confirmed);
