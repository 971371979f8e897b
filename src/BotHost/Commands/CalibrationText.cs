using FactChecking.Curation.Calibration;

namespace BotHost.Commands;

/// <summary>What a calibration found, for a terminal.</summary>
internal static class CalibrationText
{
    public static void Write(CalibrationOutcome outcome, TextWriter output)
    {
        output.WriteLine("language  pairs  confirmed  unreachable  certain  used   shift   Brier  after   calibration error  after");
        foreach (var language in outcome.Languages)
            output.WriteLine(Row(language));

        foreach (var language in outcome.Languages.Where(language => language.Shift is null))
            output.WriteLine($"{language.Language}: {language.Used} pairs are fewer than {Calibrator.FewestPairs}; it keeps the shipped intercept.");
        if (Meaning(outcome) is { } meaning)
            output.WriteLine($"meaning: {meaning}");
        foreach (var language in outcome.Languages.Where(language => language.After?.Brier > language.Before.Brier))
            output.WriteLine($"{language.Language}: no better on pairs that it was not fitted to. More of them, and of all kinds, may help.");
        if (outcome.Languages.Any(language => language.Unreachable > 0))
            output.WriteLine("unreachable: the claim is not among the candidates for the message; no probability can help there, a variant can.");
        if (outcome.Languages.Any(language => language.Certain > 0))
            output.WriteLine("certain: word for word on record, or by an address on record; no model decides there.");
        if (outcome.UnknownClaims.Count > 0)
            output.WriteLine($"Not on record: {string.Join(", ", outcome.UnknownClaims)}");
    }

    private static string? Meaning(CalibrationOutcome outcome) => outcome switch
    {
        { Fitted.Meaning: { } meaning } => $"weight of the cosine {meaning.CosineWeight:0.00}, by {meaning.Pairs} pairs; what only its meaning finds may be answered.",
        { PairsWithMeaning: < Calibrator.FewestPairsForMeaning and var pairs } => $"{pairs} pairs with a cosine are fewer than {Calibrator.FewestPairsForMeaning}; its weight stays as shipped.",
        { PairsWithMeaning: { } pairs } => $"on pairs that it was not fitted to, among {pairs}, the model does no better than words; its weight stays as shipped.",
        _ => null,
    };

    private static string Row(LanguageOutcome language) =>
        $"{language.Language,-8}  {language.Pairs,5}  {language.Confirmed,9}  {language.Unreachable,11}  {language.Certain,7}  {language.Used,4}  "
        + $"{(language.Shift is { } shift ? $"{shift:+0.00;-0.00; 0.00}" : "-"),6}   {language.Before.Brier,5:0.000}  {After(language.After?.Brier),5}   "
        + $"{language.Before.Calibration,17:0.000}  {After(language.After?.Calibration),5}";

    private static string After(double? error) => error is { } value ? $"{value:0.000}" : "-";
}
