namespace FactChecking.Curation.DataFiles.Records;

internal sealed record DocumentRecord(
    string Id,
    string Title,
    string Publisher,
    string? Author,
    string? PublisherType,
    string? Published,
    string? Date,
    string? Language,
    string Kind,
    string Seen,
    string? Url,
    string? Note) : CuratedRecord(Id);
