using FactChecking.Matching.Index;
using FactChecking.Matching.Passages;
using FactChecking.Matching.Rules;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Stories;

/// <summary>What tells whether two claims are records of one story.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Parent">The broader claim that it is a special case of; null if none.</param>
/// <param name="Date">When it went round, else when it was checked; null when neither is on record.</param>
/// <param name="Heads">The texts that say in a sentence what the claim is.</param>
internal sealed record ClaimStory(string Id, string? Parent, ClaimDate? Date, IReadOnlyList<StoredPassage> Heads)
{
    /// <summary>True when both are records of one story, whatever their dates.</summary>
    /// <param name="other">The other claim.</param>
    /// <param name="weights">How much each term tells.</param>
    public bool IsSameStoryAs(ClaimStory other, TermWeights weights) => AreOneStory(LikenessByScript(other, weights), IsParentOrChildOf(other));

    /// <summary>
    /// True when, besides, the one says nothing that the other does not say as well: the stricter test, for where it must not
    /// be that a name or a thing was replaced by another.
    /// </summary>
    public bool SaysTheSameAs(ClaimStory other, TermWeights weights)
    {
        var byScript = LikenessByScript(other, weights);
        return AreOneStory(byScript, IsParentOrChildOf(other)) && byScript.All(likeness => likeness.Held >= MatchRules.SameStatement);
    }

    /// <summary>True when two records of one story are of different times, as a claim that comes back after years.</summary>
    public bool IsOtherFormOf(ClaimStory other)
    {
        var (years, otherYears) = (Years, other.Years);
        return (years.Count > 0 && otherYears.Count > 0 && !years.Overlaps(otherYears))
            || (Date is { } date && other.Date is { } otherDate && date.IsFarFrom(otherDate));
    }

    /// <summary>True when the one is parent of the other, or both have the same parent.</summary>
    public bool IsRelativeOf(ClaimStory other) =>
        IsParentOrChildOf(other) || (Parent is not null && Parent == other.Parent);

    // What is parent and child may be worded apart in one language and alike in another; strangers must be alike in all.
    private static bool AreOneStory(IReadOnlyList<Likeness> byScript, bool areParentAndChild) =>
        byScript.Count > 0
        && (areParentAndChild ? byScript.Max(likeness => likeness.Shared) : byScript.Average(likeness => likeness.Shared)) > MatchRules.SameStory;

    private bool IsParentOrChildOf(ClaimStory other) => Parent == other.Id || other.Parent == Id;

    private HashSet<int> Years => [.. Heads.SelectMany(head => head.Numbers).Select(CalendarNumbers.YearOf).OfType<int>()];

    // Of each script that both have, the two sentences that are most alike.
    private IReadOnlyList<Likeness> LikenessByScript(ClaimStory other, TermWeights weights) =>
        [.. from head in Heads
            from otherHead in other.Heads
            where head.Script == otherHead.Script
            group LikenessOf(head, otherHead, weights) by head.Script into script
            select script.MaxBy(likeness => likeness.Shared)];

    // Another number makes another claim of the same sentence. Years do not: they tell forms of a claim apart.
    private static Likeness LikenessOf(StoredPassage one, StoredPassage other, TermWeights weights)
    {
        var (terms, otherTerms) = (Terms(one), Terms(other));
        if (!Amounts(one).SetEquals(Amounts(other)) || terms.Count < MatchRules.MinTermsOfStory || otherTerms.Count < MatchRules.MinTermsOfStory)
            return default;
        var (weight, otherWeight) = (terms.Sum(weights.Of), otherTerms.Sum(weights.Of));
        var common = terms.Where(otherTerms.Contains).Sum(weights.Of);
        return new Likeness(common / (weight + otherWeight - common), common / Math.Min(weight, otherWeight));
    }

    private static HashSet<uint> Terms(StoredPassage passage) => [.. passage.Terms.Where(term => !TermHash.IsSingleHan(term))];

    private static HashSet<string> Amounts(StoredPassage passage) =>
        [.. passage.Numbers.Where(number => CalendarNumbers.YearOf(number) is null)];

    /// <param name="Shared">Weight of the terms that both sentences hold, as a share of all.</param>
    /// <param name="Held">The same as a share of the shorter sentence.</param>
    private readonly record struct Likeness(double Shared, double Held);
}
