using FactChecking.Languages;

namespace BotHost.Store.Proposals;

/// <summary>A wording of which people said that it means a claim, for a maintainer to accept or reject.</summary>
/// <param name="Number">What it is accepted or rejected by; never given twice.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Language">Language of the text as guessed, one of <see cref="ReplyLanguages.All"/>.</param>
/// <param name="Text">The wording, redacted.</param>
/// <param name="Confirmed">How often it was said.</param>
/// <param name="FirstDay">When first, ISO 8601.</param>
/// <param name="LastDay">When last, ISO 8601.</param>
public sealed record VariantProposal(
    long Number, string Claim, string Language, string Text, long Confirmed, string FirstDay, string LastDay);
