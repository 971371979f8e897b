using FactChecking.Languages;

namespace FactChecking.Curation.Calibration;

/// <summary>A message, and whether a person confirmed that a claim is the one that it is about.</summary>
/// <param name="Text">The message.</param>
/// <param name="Language">The language that the bot takes it for, one of <see cref="ReplyLanguages.All"/>.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Confirmed">False: the claim was rejected.</param>
public sealed record LabelledMatch(string Text, string Language, string Claim, bool Confirmed);
