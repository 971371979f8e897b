using System.Globalization;
using System.Xml.Linq;
using BotHost.Limits;
using FactChecking.Languages;
using FactChecking.Published;

namespace BotHost.Api;

/// <summary>The origin map for programs: as the elements of a graph, and drawn.</summary>
internal static class MapEndpoints
{
    private const int Margin = 90;

    public static void MapOriginMap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/map.json", (HttpContext context, PublishedRecords records, string? language, string? trail) =>
            PublicationTag.IsKnown(context)
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : Results.Json(Graph(trail is null ? records.Map() : records.TrailMap(trail), ReplyLanguages.FromTag(language) ?? ReplyLanguages.English))).RequireRateLimiting(CallLimits.Pages).ExcludeFromDescription();
        app.MapGet("/map.svg", (HttpContext context, PublishedRecords records, string? language) =>
            PublicationTag.IsKnown(context)
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : Results.Text(Drawing(records.Map(), ReplyLanguages.FromTag(language) ?? ReplyLanguages.English), "image/svg+xml")).RequireRateLimiting(CallLimits.Pages).ExcludeFromDescription();
    }

    private static object Graph(OriginMap map, string language) => new
    {
        nodes = map.Nodes.Select(node => new { id = node.Id, name = node.Entity.NameIn(language), kind = node.Kind, shape = Shape(node), country = node.Country, x = node.X, y = node.Y }),
        edges = map.Edges.Select((edge, index) => new
        {
            id = $"{edge.Id}-{index}",
            kind = edge.Kind.ToString().ToLowerInvariant(),
            from = edge.From,
            to = edge.To,
            relation = edge.Relation.In(language),
            firstYear = edge.FirstYear,
            lastYear = edge.LastYear,
            page = edge.Page,
            evidence = edge.Evidence.Select(item => new { id = item.Document.Id, publisher = item.Document.Name, date = item.Document.Date, quote = item.Quote, language = item.Document.Language, url = item.Document.Url }),
        }),
    };

    private static string Shape(MapNode node) => node.Kind switch
    {
        "outlet" or "platform" or "platform_portal" => "ellipse",
        "state" or "state_body" or "party" or "party_body" => "diamond",
        _ => "rectangle",
    };

    // Attributes alone, no style: the content policy of the pages allows none.
    private static string Drawing(OriginMap map, string language)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var places = map.Nodes.ToDictionary(node => node.Id);
        var (left, top) = (map.Nodes.Min(node => node.X) - Margin, map.Nodes.Min(node => node.Y) - Margin);
        var (width, height) = (map.Nodes.Max(node => node.X) + Margin - left, map.Nodes.Max(node => node.Y) + Margin - top);
        XElement Line(MapEdge edge) => new(svg + "line",
            new XAttribute("x1", places[edge.From].X), new XAttribute("y1", places[edge.From].Y), new XAttribute("x2", places[edge.To].X), new XAttribute("y2", places[edge.To].Y),
            new XAttribute("stroke", edge.Kind switch { MapEdgeKind.Owner => "#555", MapEdgeKind.Agreement => "#0b66c3", _ => "#a14a00" }), new XAttribute("stroke-width", 2),
            new XAttribute("stroke-dasharray", edge.Kind switch { MapEdgeKind.Owner => "none", MapEdgeKind.Agreement => "9 5", _ => "2 4" }),
            new XElement(svg + "title", edge.Relation.In(language)));
        XElement Mark(MapNode node) => Shape(node) switch
        {
            "ellipse" => new(svg + "circle", new XAttribute("cx", node.X), new XAttribute("cy", node.Y), new XAttribute("r", 9)),
            "diamond" => new(svg + "polygon", new XAttribute("points", string.Create(CultureInfo.InvariantCulture, $"{node.X},{node.Y - 12} {node.X + 12},{node.Y} {node.X},{node.Y + 12} {node.X - 12},{node.Y}"))),
            _ => new(svg + "rect", new XAttribute("x", node.X - 9), new XAttribute("y", node.Y - 9), new XAttribute("width", 18), new XAttribute("height", 18)),
        };
        return new XElement(svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"{left} {top} {width} {height}")),
            new XAttribute("font-family", "sans-serif"), new XAttribute("font-size", 15), new XAttribute("text-anchor", "middle"),
            new XElement(svg + "rect", new XAttribute("x", left), new XAttribute("y", top), new XAttribute("width", width), new XAttribute("height", height), new XAttribute("fill", "#fff")),
            map.Edges.Select(Line),
            map.Nodes.Select(Mark),
            map.Nodes.Select(node => new XElement(svg + "text", new XAttribute("x", node.X), new XAttribute("y", node.Y + 28), node.Entity.NameIn(language)))).ToString(SaveOptions.DisableFormatting);
    }
}
