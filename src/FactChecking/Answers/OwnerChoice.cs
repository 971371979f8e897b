using FactChecking.Dossiers;

namespace FactChecking.Answers;

/// <summary>Which ties of ownership a reply shows: the strongest of every carrier that it shows, then those of its owners.</summary>
internal static class OwnerChoice
{
    // From the strongest tie to the weakest.
    private static readonly string[] Relations =
    [
        "owned_by", "state_owned", "controlled_by", "organ_of", "responsible_to", "published_by", "operated_under",
        "overseen_by", "brand_of", "part_of", "under", "new_media_arm_of", "launched_by", "operated_by", "funded_by",
        "merged_into", "publicly_listed",
    ];

    public static IReadOnlyList<Ownership> Best(OriginTrail trail, IEnumerable<Appearance> shown, int max)
    {
        var chosen = new List<Ownership>();
        var queue = new Queue<string>(shown.Select(appearance => appearance.Carrier?.Id).OfType<string>());
        var seen = new HashSet<string>();
        while (queue.TryDequeue(out var subject))
        {
            if (!seen.Add(subject) || StrongestOf(trail, subject) is not { } edge)
                continue;
            chosen.Add(edge);
            if (edge.Owner is not null)
                queue.Enqueue(edge.Owner.Id);
        }
        return [.. chosen.Take(max)];
    }

    /// <summary>All ties of one outlet, the strongest first, then the strongest of each of its owners.</summary>
    public static IReadOnlyList<Ownership> Strongest(IReadOnlyList<Ownership> ownership, string outlet, int max)
    {
        var own = ByStrength(ownership, outlet).ToList();
        var further = ownership.Where(edge => edge.Subject.Id != outlet)
            .Select(edge => edge.Subject.Id).Distinct()
            .Select(owner => ByStrength(ownership, owner).FirstOrDefault())
            .OfType<Ownership>();
        return [.. own.Concat(further).Take(max)];
    }

    private static Ownership? StrongestOf(OriginTrail trail, string subject) => ByStrength(trail.Ownership, subject).FirstOrDefault();

    private static IEnumerable<Ownership> ByStrength(IReadOnlyList<Ownership> ownership, string subject) =>
        ownership
            .Where(edge => edge.Subject.Id == subject && edge.ValidTo is null)
            .OrderBy(edge => Array.IndexOf(Relations, edge.Relation) is >= 0 and var rank ? rank : Relations.Length);
}
