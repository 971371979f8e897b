using FactChecking.Matching.Rules;

namespace FactChecking.Matching.Candidates;

/// <summary>
/// What speaks for and against a claim being the one that a message is about. Every number is free of scale, so that it
/// means the same in a small database and a large one.
/// </summary>
internal sealed record MatchFeatures
{
    // A likeness letter by letter of 0.05 is already something, and from 0.5 on more of it tells little.
    private const double GramsScale = 20;

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

    /// <summary>
    /// How much of what the claim's wordings have in common the message holds. What most wordings name is what the claim
    /// is about: a message on the same event that leaves it out says something else.
    /// </summary>
    public double CoreCovered { get; init; }

    /// <summary>Weight of the longest run of terms that message and passage share, logarithm: a quotation tells more than words.</summary>
    public double LongestRun { get; init; }

    /// <summary>Likeness of the message and the stretch of a passage that is nearest to it (Dice over weights).</summary>
    public double WindowAlike { get; init; }

    /// <summary>Weight of the message's terms that one stretch of a passage holds, as a share of all.</summary>
    public double WindowCovered { get; init; }

    /// <summary>Weight of the message's terms that one passage holds, in these words or in others that mean the same, as a share of all.</summary>
    public double CoveredWithSynonyms { get; init; }

    /// <summary>Cosine of message and best passage over the weights of their terms: rare ones count more.</summary>
    public double Cosine { get; init; }

    /// <summary><see cref="BestOverlap"/> among claim, variants and titles; 0 for a record that has none.</summary>
    public double HeadlineOverlap { get; init; }

    /// <summary>Weight of the message's character runs that any passage holds, as a share of all.</summary>
    public double GramsOfMessage { get; init; }

    /// <summary>Likeness of the character runs of message and best passage: twice the common weight by all (Dice).</summary>
    public double GramsAlike { get; init; }

    /// <summary>Summed weight of the matched terms, logarithm: three rare words tell more than one.</summary>
    public double MatchedWeight { get; init; }

    /// <summary>Weight of the rarest matched term; 0 with none.</summary>
    public double Rarest { get; init; }

    /// <summary>Weight of the third rarest matched term; 0 with fewer.</summary>
    public double ThirdRarest { get; init; }

    /// <summary>Share of the message's numbers that the claim holds; 0 without numbers.</summary>
    public double NumbersAgree { get; init; }

    /// <summary>1 when message and best passage, or message and claim, both hold amounts, or both years, and none in common.</summary>
    public double NumbersConflict { get; init; }

    /// <summary>Logarithm of the number of terms in the message.</summary>
    public double MessageLength { get; init; }

    /// <summary>How far <see cref="BestOverlap"/> is above the next candidate's.</summary>
    public double Margin { get; init; }

    /// <summary>What the ranking model says of it.</summary>
    public double RankScore { get; init; }

    /// <summary>How far <see cref="RankScore"/> is above the next candidate's, square root; 0 for all but the first.</summary>
    public double RankLead { get; init; }

    /// <summary>How many of the message's terms the claim's passages hold. For a rule, not a feature of the models.</summary>
    public int MatchedTerms { get; init; }

    /// <summary>
    /// True when the message lacks a term that most of the claim's wordings hold ("20% of Ukrainians", without "NATO").
    /// A rule, not a feature of the models: such a message may be asked about, but not answered.
    /// </summary>
    public bool LeavesOutKeyTerm { get; init; }

    /// <summary>True where the message is on record word for word: no model is needed to tell how sure the match is.</summary>
    public bool IsWordForWord => BestOverlap >= MatchRules.WordForWordOverlap && ThirdRarest > 0 && NumbersConflict == 0;

    /// <summary>Which of the claim's passages is nearest to the message, from 0; for explanations.</summary>
    public int NearestPassage { get; init; }

    /// <summary>What an embedding model says; null without one, and where it did not answer.</summary>
    public MeaningFeatures? Meaning { get; init; }

    /// <summary>What the ranking model weighs, in the order of <see cref="RankNames"/>.</summary>
    public double[] ForRank() =>
    [
        Score, RelativeScore, PassageCovered, CoreCovered, LongestRun, WindowAlike, WindowCovered, CoveredWithSynonyms, Cosine, HeadlineOverlap,
        GramsOfMessage, GramsAlike, MatchedWeight, Rarest, ThirdRarest, NumbersConflict,
    ];

    /// <summary>What the probability model weighs, in the order of <see cref="AcceptNames"/>. The squares bend straight lines.</summary>
    public double[] ForAccept() =>
    [
        PassageCovered, Cosine * Cosine, HeadlineOverlap * HeadlineOverlap, GramsOfMessage * GramsOfMessage, Math.Log(1 + (GramsScale * GramsAlike)),
        MatchedWeight, Rarest, ThirdRarest, NumbersAgree, NumbersConflict, MessageLength, Margin, RankScore, RankLead,
    ];

    public static IReadOnlyList<string> RankNames { get; } =
    [
        nameof(Score), nameof(RelativeScore), nameof(PassageCovered), nameof(CoreCovered), nameof(LongestRun), nameof(WindowAlike), nameof(WindowCovered),
        nameof(CoveredWithSynonyms), nameof(Cosine), nameof(HeadlineOverlap), nameof(GramsOfMessage), nameof(GramsAlike), nameof(MatchedWeight),
        nameof(Rarest), nameof(ThirdRarest), nameof(NumbersConflict),
    ];

    public static IReadOnlyList<string> AcceptNames { get; } =
    [
        nameof(PassageCovered), nameof(Cosine), nameof(HeadlineOverlap), nameof(GramsOfMessage), nameof(GramsAlike), nameof(MatchedWeight),
        nameof(Rarest), nameof(ThirdRarest), nameof(NumbersAgree), nameof(NumbersConflict), nameof(MessageLength), nameof(Margin),
        nameof(RankScore), nameof(RankLead),
    ];
}
