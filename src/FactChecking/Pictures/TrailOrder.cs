using FactChecking.Dossiers;

namespace FactChecking.Pictures;

/// <summary>
/// The order of a trail's carriers, the earliest first. Where only the year or the month is on record, a carrier stands at its
/// end, but above those to whom it passed the claim on.
/// </summary>
internal static class TrailOrder
{
    public static IReadOnlyList<Appearance> Of(IReadOnlyList<Relay> relays)
    {
        var shown = relays.SelectMany(relay => new[] { relay.From, relay.To }).DistinctBy(appearance => appearance.Id).ToList();
        // "~" is behind all digits and the hyphen.
        var latest = shown.ToDictionary(appearance => appearance.Id, appearance => appearance.Date.Length < "yyyy-mm-dd".Length ? appearance.Date + "~" : appearance.Date);
        var depth = shown.ToDictionary(appearance => appearance.Id, _ => 0);
        // As often as the longest path may have links; that ends even where records contradict each other.
        foreach (var relay in Repeated(relays, shown.Count))
        {
            if (string.CompareOrdinal(latest[relay.To.Id], latest[relay.From.Id]) < 0)
                latest[relay.From.Id] = latest[relay.To.Id];
        }

        foreach (var relay in Repeated(relays, shown.Count).Where(relay => latest[relay.To.Id] == latest[relay.From.Id]))
            depth[relay.To.Id] = Math.Max(depth[relay.To.Id], depth[relay.From.Id] + 1);
        return [.. shown.OrderBy(appearance => latest[appearance.Id], StringComparer.Ordinal).ThenBy(appearance => depth[appearance.Id])];
    }

    private static IEnumerable<Relay> Repeated(IReadOnlyList<Relay> relays, int times) => Enumerable.Range(0, times).SelectMany(_ => relays);
}
