namespace FactChecking.Search;

/// <summary>What a record is.</summary>
public enum RecordKind
{
    Claim,

    /// <summary>An outlet, an owner, an institution, a platform or a person in office.</summary>
    Entity,
    Agreement,
    Document,
    Chain,
    Event,
    Narrative,
    Mechanism,
}
