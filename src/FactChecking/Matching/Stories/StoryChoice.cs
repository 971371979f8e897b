using FactChecking.Knowledge;
using FactChecking.Matching.Index;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching.Stories;

/// <summary>
/// Chooses what a person is asked about: of several records of one story the best, so that each place holds something
/// else; and forms of a claim from different times with their dates, as nothing else may tell them apart.
/// </summary>
internal sealed class StoryChoice(KnowledgeGeneration generation)
{
    /// <summary>The claims to offer, the likeliest first.</summary>
    /// <param name="claims">Ids of what matched, best first.</param>
    /// <param name="message">The message.</param>
    /// <param name="max">How many to offer at most.</param>
    public IReadOnlyList<OfferedClaim> Of(IEnumerable<string> claims, AnalysedText message, int max)
    {
        var chosen = new List<ClaimStory>();
        foreach (var claim in claims.Select(claim => StoryReader.Find(generation, claim)).OfType<ClaimStory>())
        {
            if (!chosen.Any(other => IsSame(claim, other)))
                chosen.Add(claim);
        }
        PutNamedYearFirst(chosen, [.. message.Numbers.Select(CalendarNumbers.YearOf).OfType<int>()]);

        var offered = chosen.Take(max).ToList();
        return [.. offered.Select(claim => new OfferedClaim(claim.Id, IsToldByDate(claim, offered) ? claim.Date : null))];
    }

    /// <summary>True when two records say the same of the same time, so that it does not matter which of them is meant.</summary>
    public bool SayTheSame(string claim, string other) => SayingTheSame(claim)(other);

    /// <summary>The same for one record and many others, of which none is read before it is asked about.</summary>
    public Func<string, bool> SayingTheSame(string claim)
    {
        var story = StoryReader.Find(generation, claim);
        return other => story is not null && StoryReader.Find(generation, other) is { } otherStory
            && story.SaysTheSameAs(otherStory, ClaimIndexReader.Of(generation).Weights) && !story.IsOtherFormOf(otherStory);
    }

    // The same story, from the same time.
    private bool IsSame(ClaimStory one, ClaimStory other) =>
        one.IsSameStoryAs(other, ClaimIndexReader.Of(generation).Weights) && !one.IsOtherFormOf(other);

    // A year in the message tells which form is meant, if it fits one of them only.
    private void PutNamedYearFirst(List<ClaimStory> chosen, HashSet<int> years)
    {
        foreach (var claim in chosen.ToList())
        {
            var family = FamilyOf(claim, chosen);
            if (family.Count < 2 || family[0] == claim || !Fits(claim, years) || family.Count(member => Fits(member, years)) > 1)
                continue;
            chosen.Remove(claim);
            chosen.Insert(chosen.IndexOf(family[0]), claim);
        }
    }

    private static bool Fits(ClaimStory claim, HashSet<int> years) => claim.Date is { } date && years.Contains(date.Year);

    private bool IsToldByDate(ClaimStory claim, List<ClaimStory> offered) =>
        claim.Date is { } date && FamilyOf(claim, offered).Any(member => member.Date is { } other && other.DiffersFrom(date));

    private List<ClaimStory> FamilyOf(ClaimStory claim, List<ClaimStory> claims) =>
        [.. claims.Where(other => other == claim || claim.IsRelativeOf(other) || claim.IsSameStoryAs(other, ClaimIndexReader.Of(generation).Weights))];
}

/// <summary>A claim to ask about.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Date">The date that tells it from another one that is offered; null when none has to.</param>
internal sealed record OfferedClaim(string Claim, ClaimDate? Date);
