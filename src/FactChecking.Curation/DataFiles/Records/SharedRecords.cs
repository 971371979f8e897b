namespace FactChecking.Curation.DataFiles.Records;

/// <summary>What a statement rests on: a document, and where in it or which words.</summary>
internal sealed record EvidenceRecord(string Document, string? Sentence, string? Quote, string? Loc);

internal abstract record CuratedRecord(string Id);
