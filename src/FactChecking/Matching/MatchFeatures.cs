namespace FactChecking.Matching;

/// <summary>
/// What speaks for and against a claim being the one that a message is about. Every number is free of scale, so that it
/// means the same in a small database and a large one.
/// </summary>
internal sealed record MatchFeatures
{
    /// <summary>BM25 score as a share of what the message's terms could reach.</summary>
    public double Score { get; init; }

    /// <summary>BM25 score as a share of the best candidate's.</summary>
    public double RelativeScore { get; init; }

    /// <summary>Weight of the message's terms that the best passage holds, as a share of all.</summary>
    public double MessageCovered { get; init; }

    /// <summary>Weight of the best passage's terms that the message holds, as a share of all.</summary>
    public double PassageCovered { get; init; }

    /// <summary>Harmonic mean of the two, the highest of all passages.</summary>
    public double BestOverlap { get; init; }

    /// <summary>Weight of the message's terms that any passage holds, as a share of all.</summary>
    public double MessageCoveredByAll { get; init; }

    /// <summary>
    /// How much of what the claim's wordings have in common the message holds. What most wordings name is what the claim
    /// is about: a message on the same event that leaves it out says something else.
    /// </summary>
    public double CoreCovered { get; init; }

    /// <summary>Share of the message's neighbouring terms that are neighbours in a passage, too.</summary>
    public double PairsCovered { get; init; }

    /// <summary>Share of the message's character runs that any passage holds.</summary>
    public double GramsOfMessage { get; init; }

    /// <summary>Likeness of the character runs of message and best passage: twice the common ones by all (Dice).</summary>
    public double GramsAlike { get; init; }

    /// <summary>Summed weight of the matched terms, logarithm: three rare words tell more than one.</summary>
    public double MatchedWeight { get; init; }

    /// <summary>Weight of the third rarest matched term; 0 with fewer.</summary>
    public double ThirdRarest { get; init; }

    /// <summary>Share of the message's numbers that the claim holds; 0 without numbers.</summary>
    public double NumbersAgree { get; init; }

    /// <summary>1 when message and best passage, or message and claim, both hold numbers, and none in common.</summary>
    public double NumbersConflict { get; init; }

    /// <summary>Logarithm of the number of terms in the message.</summary>
    public double MessageLength { get; init; }

    /// <summary>How far <see cref="BestOverlap"/> is above the next candidate's.</summary>
    public double Margin { get; init; }

    /// <summary>
    /// True when the message lacks a term that most of the claim's wordings hold ("20% of Ukrainians", without "NATO").
    /// A rule, not a feature of the models: such a message may be asked about, but not answered.
    /// </summary>
    public bool LeavesOutKeyTerm { get; init; }

    /// <summary>Which of the claim's passages is nearest to the message, from 0; for explanations.</summary>
    public int NearestPassage { get; init; }

    /// <summary>What an embedding model says; null without one, and where it did not answer.</summary>
    public MeaningFeatures? Meaning { get; init; }

    /// <summary>The features in the order of <see cref="Names"/>, without those of meaning.</summary>
    public double[] ToArray() =>
    [
        Score, RelativeScore, MessageCovered, PassageCovered, BestOverlap, MessageCoveredByAll, CoreCovered, PairsCovered, GramsOfMessage, GramsAlike,
        MatchedWeight, ThirdRarest, NumbersAgree, NumbersConflict, MessageLength, Margin,
    ];

    public static IReadOnlyList<string> Names { get; } =
    [
        nameof(Score), nameof(RelativeScore), nameof(MessageCovered), nameof(PassageCovered), nameof(BestOverlap),
        nameof(MessageCoveredByAll), nameof(CoreCovered), nameof(PairsCovered), nameof(GramsOfMessage), nameof(GramsAlike), nameof(MatchedWeight), nameof(ThirdRarest),
        nameof(NumbersAgree), nameof(NumbersConflict), nameof(MessageLength), nameof(Margin),
    ];
}
