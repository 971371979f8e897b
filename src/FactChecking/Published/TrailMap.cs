using FactChecking.Dossiers;
using FactChecking.Languages;

namespace FactChecking.Published;

/// <summary>A claim's trails as a small graph: each appearance one step to the right of the latest that it was taken from.</summary>
internal static class TrailMap
{
    private const int StepWidth = 190;
    private const int RowHeight = 96;

    public static OriginMap Of(ClaimDossier dossier)
    {
        var relays = dossier.Trails.SelectMany(trail => trail.Relays).ToList();
        var appearances = relays.SelectMany(relay => new[] { relay.From, relay.To }).DistinctBy(appearance => appearance.Id).ToList();
        var steps = appearances.ToDictionary(appearance => appearance.Id, _ => 0);
        // As often as there are appearances: a circle of relays, where one quotes the other back, ends with that.
        for (var round = 1; round < appearances.Count; round++)
        {
            foreach (var relay in relays)
                steps[relay.To.Id] = Math.Min(appearances.Count - 1, Math.Max(steps[relay.To.Id], steps[relay.From.Id] + 1));
        }
        var nodes = appearances.GroupBy(appearance => steps[appearance.Id]).SelectMany(step => step.Select((appearance, row) => new MapNode(
            appearance.Id, appearance.Carrier?.Kind ?? "outlet", null, Named(appearance), step.Key * StepWidth, row * RowHeight + (step.Key % 2 * RowHeight / 2))));
        return new OriginMap(
            [.. nodes],
            [.. relays.Select(relay => new MapEdge(
                relay.Id, MapEdgeKind.Relay, relay.From.Id, relay.To.Id, LocalizedText.Of(ReplyLanguages.English, relay.Relation.Replace('_', ' ')), null, null, $"/claims/{dossier.Id}", relay.Evidence))]);
    }

    private static Entity Named(Appearance appearance) => appearance.Carrier
        ?? new Entity(appearance.Id, "outlet", appearance.CarrierText!.Texts.ToDictionary(text => text.Key, IReadOnlyList<string> (text) => [text.Value])); // one of the two, the schema demands
}
