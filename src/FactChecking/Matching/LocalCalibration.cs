namespace FactChecking.Matching;

/// <summary>What was fitted to one bot's own matches.</summary>
/// <param name="MatchModel">Names the weights that it was fitted on top of.</param>
/// <param name="Languages">The languages with enough matches, by their codes.</param>
/// <param name="Meaning">The embedding model, where one was set, there were enough matches, and the fit holds for others; else null.</param>
public sealed record LocalCalibration(
    string MatchModel, IReadOnlyDictionary<string, CalibratedLanguage> Languages, CalibratedMeaning? Meaning = null);

/// <summary>One language.</summary>
/// <param name="Shift">Added to the constant term of the probability, in logarithms of odds.</param>
/// <param name="Pairs">How many matches it was fitted to.</param>
/// <param name="Confirmed">How many of them were confirmed.</param>
public sealed record CalibratedLanguage(double Shift, int Pairs, int Confirmed);

/// <summary>How much the cosine of an embedding model tells.</summary>
/// <param name="Model">The id of the embedding model. Of another one the file says nothing.</param>
/// <param name="CosineWeight">What one deviation of the cosine adds to the logarithm of the odds.</param>
/// <param name="Pairs">How many matches it was fitted to.</param>
public sealed record CalibratedMeaning(string Model, double CosineWeight, int Pairs);
