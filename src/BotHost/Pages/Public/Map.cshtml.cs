using FactChecking.Published;

namespace BotHost.Pages.Public;

/// <summary>Outlets, owners, agreements and relays as a graph, and the same as tables.</summary>
public sealed class MapModel(PublishedRecords records) : PublicPage
{
    public OriginMap Map { get; private set; } = new([], []);

    public IReadOnlyDictionary<string, MapNode> Nodes { get; private set; } = new Dictionary<string, MapNode>();

    public void OnGet()
    {
        Map = records.Map();
        Nodes = Map.Nodes.ToDictionary(node => node.Id);
    }
}
