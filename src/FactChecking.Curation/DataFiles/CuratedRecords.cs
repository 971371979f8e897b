using FactChecking.Curation.DataFiles.Records;

namespace FactChecking.Curation.DataFiles;

/// <summary>All records of a data folder, by concept.</summary>
internal sealed class CuratedRecords
{
    public List<DocumentRecord> Documents { get; } = [];
    public List<EntityRecord> Entities { get; } = [];
    public List<OwnershipRecord> Ownership { get; } = [];
    public List<LabelRecord> Labels { get; } = [];
    public List<AgreementRecord> Agreements { get; } = [];
    public List<MechanismRecord> Mechanisms { get; } = [];
    public List<EventRecord> Events { get; } = [];
    public List<NarrativeRecord> Narratives { get; } = [];
    public List<ClaimRecord> Claims { get; } = [];
    public List<ChainRecord> Chains { get; } = [];
    public List<OutletPolicyRecord> OutletPolicies { get; } = [];
    public List<QualityFlagRecord> QualityFlags { get; } = [];
}
