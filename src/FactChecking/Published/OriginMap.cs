using FactChecking.Dossiers;
using FactChecking.Languages;

namespace FactChecking.Published;

/// <summary>Outlets, owners, agreements and the ways that claims went, as a graph with a place for each outlet.</summary>
public sealed record OriginMap(IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapEdge> Edges);

/// <param name="Id">Id of the entity.</param>
/// <param name="Kind">What it is: outlet, state, institution …</param>
/// <param name="Country">ISO 3166-1 code; null if unknown.</param>
/// <param name="Entity">Its names.</param>
/// <param name="X">Place from left to right, in pixels.</param>
/// <param name="Y">Place from top to bottom, in pixels.</param>
public sealed record MapNode(string Id, string Kind, string? Country, Entity Entity, int X, int Y);

/// <param name="Id">Id of the record.</param>
/// <param name="Kind">owner, agreement or relay.</param>
/// <param name="From">Id of the entity where it starts: the owned one, the first party, who was passed on.</param>
/// <param name="To">Id of the entity where it ends.</param>
/// <param name="Relation">What is on record of it: a relation or a title.</param>
/// <param name="FirstYear">First year that it holds in; null if unknown.</param>
/// <param name="LastYear">Last year that it holds in; null if it holds today or nothing is known.</param>
/// <param name="Page">Where it is on the pages.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record MapEdge(
    string Id, MapEdgeKind Kind, string From, string To, LocalizedText Relation, int? FirstYear, int? LastYear, string Page, IReadOnlyList<Evidence> Evidence);

/// <summary>What a line of the map says.</summary>
public enum MapEdgeKind
{
    /// <summary>Owns, controls or publishes: no proof that anything is false.</summary>
    Owner,

    /// <summary>A channel exists; not that a given item used it.</summary>
    Agreement,

    /// <summary>A source asserts that one passed on what the other had.</summary>
    Relay,
}
