using FactChecking.Languages;

namespace FactChecking.Dossiers;

/// <summary>What is on record of where a claim came from and who passed it on.</summary>
public sealed record OriginTrail(
    string Id,
    LocalizedText Title,
    string Status,
    LocalizedText Origin,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Appearance> Steps,
    IReadOnlyList<Relay> Relays,
    IReadOnlyList<OriginCandidate> Candidates,
    IReadOnlyList<Ownership> Ownership,
    IReadOnlyList<Agreement> Agreements)
{
    public bool IsDisputed => Status == "disputed";
}

/// <summary>One place where the claim stood.</summary>
public sealed record Appearance(string Id, Entity? Carrier, LocalizedText? CarrierText, string Date, string Role, IReadOnlyList<Evidence> Evidence)
{
    public string NameIn(string language) => Carrier?.NameIn(language) ?? CarrierText!.In(language); // the schema demands one of the two
}

/// <summary>A link between two appearances that a source asserts.</summary>
public sealed record Relay(string Id, Appearance From, Appearance To, string Relation, IReadOnlyList<Evidence> Evidence);

/// <summary>One of several places where sources say that the claim began.</summary>
public sealed record OriginCandidate(LocalizedText Who, string? Date, IReadOnlyList<Evidence> Evidence);

/// <summary>Who owns, controls or publishes an outlet. <paramref name="Owner"/> is null where the relation needs none.</summary>
public sealed record Ownership(string Id, Entity Subject, string Relation, Entity? Owner, string? ValidFrom, string? ValidTo, IReadOnlyList<Evidence> Evidence);

/// <summary>An agreement that connects neighbours of the trail.</summary>
public sealed record Agreement(string Id, IReadOnlyList<Entity> Parties, LocalizedText Title, string? Date, string Kind, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>What was agreed, as far as that is on record.</summary>
    public IReadOnlyList<LocalizedText> Terms { get; init; } = [];
}
