namespace FactChecking.Published;

/// <summary>
/// Gives every entity of the map its place, the same at every look: a half for each of the two countries with most entities, in
/// each outlets toward the middle and owners outward, all others between the halves. Agreements then cross the middle.
/// </summary>
internal static class MapLayout
{
    private const int ColumnWidth = 160;
    private const int RowHeight = 88;
    private const int Sweeps = 6;
    private const int DeepestOwner = 3;

    public static IReadOnlyList<MapNode> Place(IReadOnlyList<MapNode> nodes, IReadOnlyList<MapEdge> edges)
    {
        var depths = Depths(nodes, edges);
        var sides = nodes.Where(node => node.Country is not null).GroupBy(node => node.Country)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(2).Select(group => group.Key).ToList();
        // The middle column is 0; outlets stand two columns from it, so that what is between them has room.
        var columns = nodes.GroupBy(node => sides.IndexOf(node.Country) switch
        {
            0 => 2 + depths[node.Id],
            1 => -2 - depths[node.Id],
            _ => 0,
        }).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.OrderBy(node => node.Id, StringComparer.Ordinal).ToList());
        return Sorted(columns, edges);
    }

    // How many owners stand above an entity's deepest subsidiary: an outlet that owns nothing is 0.
    private static Dictionary<string, int> Depths(IReadOnlyList<MapNode> nodes, IReadOnlyList<MapEdge> edges)
    {
        var depths = nodes.ToDictionary(node => node.Id, node => node.Kind is "state" or "state_body" or "party_body" or "party" ? 1 : 0);
        for (var round = 0; round < DeepestOwner; round++)
        {
            foreach (var edge in edges.Where(edge => edge.Kind == MapEdgeKind.Owner))
                depths[edge.To] = Math.Min(DeepestOwner, Math.Max(depths[edge.To], depths[edge.From] + 1));
        }
        return depths;
    }

    // Each column is sorted by where its neighbours stand, again and again (the barycentre method of Sugiyama).
    private static List<MapNode> Sorted(Dictionary<int, List<MapNode>> columns, IReadOnlyList<MapEdge> edges)
    {
        var neighbours = edges.SelectMany(edge => new[] { (edge.From, edge.To), (From: edge.To, To: edge.From) }).ToLookup(pair => pair.Item1, pair => pair.Item2);
        var tallest = columns.Values.Max(column => column.Count);
        var heights = new Dictionary<string, double>();
        for (var sweep = 0; sweep <= Sweeps; sweep++)
        {
            foreach (var (key, column) in columns)
            {
                if (sweep > 0)
                {
                    columns[key] = [.. column.OrderBy(node => neighbours[node.Id].Select(other => heights[other]).DefaultIfEmpty(heights[node.Id]).Average())
                        .ThenBy(node => node.Id, StringComparer.Ordinal)];
                }
                foreach (var (index, node) in columns[key].Index())
                    heights[node.Id] = (index + 0.5) * tallest / columns[key].Count;
            }
        }
        return [.. columns.SelectMany(column => column.Value.Select(node => node with
        {
            X = column.Key * ColumnWidth,
            // Neighbouring columns stand half a row apart, so that lines do not run through names.
            Y = (int)((heights[node.Id] + (Math.Abs(column.Key) % 2 * 0.5)) * RowHeight),
        }))];
    }
}
