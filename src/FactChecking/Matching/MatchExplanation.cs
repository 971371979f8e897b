namespace FactChecking.Matching;

/// <summary>Why a claim was taken for the one that a message is about.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Probability">How sure.</param>
/// <param name="WordsInCommon">Words of the message that the claim's texts hold, in the order of the message.</param>
/// <param name="Wording">The text on record that is nearest to the message.</param>
/// <param name="Field">What that text is of the claim: claim, variant, title or summary.</param>
/// <param name="Language">Its language, where known.</param>
/// <param name="HeldBack">Why it may be asked about but not answered; null when it may.</param>
public sealed record MatchExplanation(
    string Claim,
    double Probability,
    IReadOnlyList<string> WordsInCommon,
    string Wording,
    string Field,
    string? Language,
    string? HeldBack)
{
    /// <summary>What spoke for (above 0) and against it, the strongest first.</summary>
    public IReadOnlyList<MatchReason> Reasons => ToBeRead.Value;

    // Few are ever asked for: an answer in a chat says why in fewer words.
    internal Lazy<IReadOnlyList<MatchReason>> ToBeRead { get; init; } = new([]);

    /// <summary>Whether the numbers of the message are those of the claim.</summary>
    public bool NumbersAgree { get; init; }
}

/// <summary>One feature in plain words.</summary>
/// <param name="Name">What was compared.</param>
/// <param name="Value">Its value, 0 to 1 for shares.</param>
/// <param name="Effect">What it adds to the logarithm of the odds.</param>
public sealed record MatchReason(string Name, double Value, double Effect);
