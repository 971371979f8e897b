namespace FactChecking.Matching.Rules;

/// <summary>
/// Every constant that decides what matches, in the order in which a message meets them. The two thresholds that a bot's owner
/// may change, and the probabilities that they are compared with, are elsewhere: <c>MatchOptions</c> and
/// <c>Resources/match_model.json</c>. The values here were chosen on the training messages of the evaluation sets, with the
/// wrong answers and the false questions counted first.
/// </summary>
internal static class MatchRules
{
    // Candidates: how many claims are compared with a message in full.

    /// <summary>Claims found in the message's own script.</summary>
    public const int OwnScriptCandidates = 40;

    /// <summary>Claims found in each other script, where the message's own has as many.</summary>
    public const int OtherScriptCandidates = 10;

    /// <summary>Claims found by each part of a long message.</summary>
    public const int WindowCandidates = 5;

    /// <summary>Synonyms bring the claims above divided by this.</summary>
    public const int SynonymDivisor = 2;

    /// <summary>Longer messages have words enough of their own: their synonyms are not searched for.</summary>
    public const int MaxTermsForSynonyms = 40;

    /// <summary>Claims found by their meaning, where an embedding model is set.</summary>
    public const int MeaningCandidates = 40;

    // Features.

    /// <summary>The window in which a claim stands close together in a long text has at least so many terms.</summary>
    public const int MinWindow = 12;

    /// <summary>The same window holds the message's number of terms times this.</summary>
    public const double WindowOfMessage = 1.5;

    /// <summary>A term that this share of a claim's wordings holds is a key term: the claim cannot do without it.</summary>
    public const double KeyTermShare = 0.6;

    /// <summary>A claim with fewer wordings has no key terms.</summary>
    public const int MinWordingsForKeyTerms = 5;

    /// <summary>
    /// Deviations of the cosine above passages of different claims below which the meaning says nothing: of unrelated pairs one
    /// in forty is nearer.
    /// </summary>
    public const double UnrelatedCosine = 2;

    // Ranking.

    /// <summary>The lead of a candidate that has no rival: a database of one record says nothing of how far it is ahead.</summary>
    public const double MaxLead = 15;

    /// <summary>A translation goes before claims in the message's own language from this probability.</summary>
    public const double LikelyTranslation = 0.2;

    /// <summary>Overlap from which a message is on record word for word.</summary>
    public const double WordForWordOverlap = 0.999;

    /// <summary>The probability of a match that needs no model: word for word, or by an address on record.</summary>
    public const double CertainProbability = 0.99;

    // The decision.

    /// <summary>Candidates that are looked at for one that says something else than the best.</summary>
    public const int MaxRivals = 20;

    /// <summary>A rival with this share of the best's probability turns an answer into a question.</summary>
    public const double RivalShare = 0.5;

    /// <summary>Overlap from which a message may leave out a key term of the claim and is still answered.</summary>
    public const double VerbatimOverlap = 0.85;

    /// <summary>A short message may be asked about when this share of it is covered, though it has fewer than three words in common.</summary>
    public const double ShortMessageCovered = 0.6;

    /// <summary>A message with two words in common may be asked about from this probability.</summary>
    public const double LikelyByTwoWords = 0.35;

    // Stories: records that count as one.

    /// <summary>Share of weighed terms above which two sentences are one story.</summary>
    public const double SameStory = 0.5;

    /// <summary>Share of weighed terms above which two sentences are one statement, with nothing put in the place of anything.</summary>
    public const double SameStatement = 0.9;

    /// <summary>Sentences with fewer terms are alike by chance, or are headings such as "Fact check".</summary>
    public const int MinTermsOfStory = 4;

    /// <summary>Months between two waves of one story: what comes back after so long is told apart by its date.</summary>
    public const int MonthsBetweenForms = 6;

    // The question "is it one of these?".

    /// <summary>Claims that are offered.</summary>
    public const int OfferedClaims = 3;

    /// <summary>Matches that are looked at for them, since several may be records of one story.</summary>
    public const int MatchesForOffer = 12;

    /// <summary>A claim is offered only from this share of the first one's probability.</summary>
    public const double OfferedShare = 0.25;

    /// <summary>
    /// Probability from which another claim is offered after a person ruled out the one that was answered with. The
    /// probabilities are those beside that claim, so that less is enough.
    /// </summary>
    public const double OfferedAfterWrongMatch = 0.001;
}
