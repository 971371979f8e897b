namespace FactChecking.Curation.DataFiles.Records;

internal sealed record AgreementRecord(
    string Id,
    List<string> Parties,
    string? Date,
    string DatePrecision,
    Dictionary<string, string> Title,
    string? Place,
    List<string>? InPresenceOf,
    List<string>? Signatories,
    List<Dictionary<string, string>>? Terms,
    string Kind,
    string Confidence,
    string? Note,
    List<string>? OpenQuestions,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record MechanismRecord(
    string Id,
    string Name,
    string Kind,
    string Description,
    string? Note,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record EventRecord(
    string Id,
    string Date,
    string Precision,
    string Title,
    string? Note,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record NarrativeRecord(
    string Id,
    string Name,
    string Kind,
    string Description,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record QualityFlagRecord(
    string Id,
    string Severity,
    List<string> About,
    string Text,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);
