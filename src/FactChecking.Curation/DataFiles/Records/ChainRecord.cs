namespace FactChecking.Curation.DataFiles.Records;

/// <summary>A republication path with the appearances and relays that make it up.</summary>
internal sealed record ChainRecord(
    string Id,
    Dictionary<string, string> Title,
    List<string> Claims,
    OriginRecord Origin,
    List<string> Steps,
    List<ConnectingAgreementRecord>? ConnectingAgreements,
    List<AppearanceRecord> Appearances,
    List<RelayRecord> Relays,
    string? Note,
    List<EvidenceRecord> Evidence) : CuratedRecord(Id);

internal sealed record OriginRecord(
    string Status,
    Dictionary<string, string> Text,
    string? EarliestRecord,
    List<OriginCandidateRecord>? Candidates);

internal sealed record OriginCandidateRecord(Dictionary<string, string> Who, string? Date, List<EvidenceRecord> Evidence);

internal sealed record ConnectingAgreementRecord(string Agreement, Dictionary<string, string> Connection, bool Display);

internal sealed record AppearanceRecord(
    string Id,
    string Claim,
    string? Carrier,
    Dictionary<string, string>? CarrierText,
    string Date,
    string? Language,
    string? Url,
    string? UrlDocument,
    string Role,
    string Confidence,
    string? ReportedAt,
    string? HostText,
    string? Note,
    List<ClaimLinkRecord> ClaimLinks,
    List<EvidenceRecord> Evidence);

internal sealed record ClaimLinkRecord(string Claim, string Relation);

internal sealed record RelayRecord(
    string Id,
    string From,
    string To,
    string Relation,
    string Confidence,
    string? Note,
    List<EvidenceRecord> Evidence);
