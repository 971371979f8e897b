namespace FactChecking.Curation.DataFiles.Records;

/// <summary>An outlet, an owner, an institution, a platform or a person in office.</summary>
internal sealed record EntityRecord(
    string Id,
    string Kind,
    Dictionary<string, List<string>> Names,
    string? Country,
    List<string>? Domains,
    List<string>? Mirrors,
    List<string>? Telegram,
    string? AliasWarning,
    string? Status,
    string? DomainNote,
    string? OwnershipStatus,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record OwnershipRecord(
    string Id,
    string Subject,
    string Relation,
    string? Object,
    string? ValidFrom,
    string? ValidTo,
    string Confidence,
    string? Note,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record LabelRecord(
    string Id,
    List<string> Entities,
    Dictionary<string, string> Label,
    string AssignedBy,
    string? ValidFrom,
    string? ValidTo,
    string? Note,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

/// <summary>Whether replies may link to an outlet: none, archive or direct.</summary>
internal sealed record OutletPolicyRecord(
    string Id,
    string Outlet,
    string LinkPolicy,
    string Reason,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);
