using FactChecking.Curation.DataFiles.Records;
using FactChecking.Variants;

namespace FactChecking.Curation.DataFiles;

/// <summary>What no schema can say of one file: that ids resolve, and that rules across records hold.</summary>
internal sealed class CrossReferences(CuratedRecords records, IReadOnlyDictionary<string, YamlFile> files)
{
    private readonly List<DataFault> _faults = [];
    private readonly Dictionary<string, DocumentRecord> _documents = records.Documents.ToDictionary(record => record.Id);
    private readonly HashSet<string> _entities = [.. records.Entities.Select(record => record.Id)];
    private readonly HashSet<string> _claims = [.. records.Claims.Select(record => record.Id)];
    private readonly HashSet<string> _narratives = [.. records.Narratives.Select(record => record.Id)];
    private readonly HashSet<string> _agreements = [.. records.Agreements.Select(record => record.Id)];
    private readonly HashSet<string> _appearances = [.. records.Chains.SelectMany(chain => chain.Appearances).Select(record => record.Id)];

    public IReadOnlyList<DataFault> Faults()
    {
        foreach (var record in records.Entities)
            Evidence(record, "evidence", record.Evidence);
        foreach (var record in records.Ownership)
        {
            Known(record, "subject", record.Subject, _entities, "entity");
            Known(record, "object", record.Object, _entities, "entity");
            Evidence(record, "evidence", record.Evidence);
        }
        foreach (var record in records.Labels)
        {
            AllKnown(record, "entities", record.Entities, _entities, "entity");
            Evidence(record, "evidence", record.Evidence);
        }
        foreach (var record in records.Agreements)
        {
            AllKnown(record, "parties", record.Parties, _entities, "entity");
            People(record, "in_presence_of", record.InPresenceOf);
            People(record, "signatories", record.Signatories);
            Evidence(record, "evidence", record.Evidence);
        }
        foreach (var record in records.Mechanisms)
            Evidence(record, "evidence", record.Evidence);
        foreach (var record in records.Events)
            Evidence(record, "evidence", record.Evidence);
        foreach (var record in records.Narratives)
            Evidence(record, "evidence", record.Evidence);
        foreach (var record in records.OutletPolicies)
        {
            Known(record, "outlet", record.Outlet, _entities, "entity");
            Evidence(record, "evidence", record.Evidence);
        }
        foreach (var record in records.QualityFlags)
            Evidence(record, "evidence", record.Evidence);
        records.Claims.ForEach(Claim);
        records.Chains.ForEach(Chain);
        RepeatedIds();
        SharedNames();
        SharedChannels();
        return _faults;
    }

    private void Claim(ClaimRecord claim)
    {
        foreach (var (index, _) in (claim.Variants ?? []).Index().Where(item => item.Item.Synthetic != VariantOrigin.IsSynthetic(item.Item.Origin)))
            Add(claim, $"variants[{index}].synthetic", $"variants[{index}].synthetic: must be false where the origin is confirmed, else true");
        Known(claim, "parent", claim.Parent, _claims, "claim");
        AllKnown(claim, "narratives", claim.Narratives, _narratives, "narrative");
        AllKnown(claim, "said_by", claim.SaidBy, _entities, "entity");
        AllKnown(claim, "spread_where", claim.SpreadWhere, _entities, "entity");
        Evidence(claim, "evidence", claim.Evidence);
        foreach (var (index, established) in (claim.Established ?? []).Index())
            Evidence(claim, $"established[{index}].evidence", established.Evidence);
        foreach (var (index, debunk) in (claim.Debunks ?? []).Index())
        {
            Known(claim, $"debunks[{index}].document", debunk.Document, _documents.Keys, "document");
            if (_documents.GetValueOrDefault(debunk.Document)?.PublisherType == "pseudo_factchecker")
                Add(claim, $"debunks[{index}].document", $"{debunk.Document} is of a pseudo-fact-checker, which cannot be the publisher of a debunk");
        }
    }

    private void Chain(ChainRecord chain)
    {
        AllKnown(chain, "claims", chain.Claims, _claims, "claim");
        Evidence(chain, "evidence", chain.Evidence);
        var own = chain.Appearances.Select(appearance => appearance.Id).ToHashSet();
        AllKnown(chain, "steps", chain.Steps, own, "appearance of this chain");
        Known(chain, "origin.earliest_record", chain.Origin.EarliestRecord, _appearances, "appearance");
        foreach (var (index, candidate) in (chain.Origin.Candidates ?? []).Index())
            Evidence(chain, $"origin.candidates[{index}].evidence", candidate.Evidence);
        foreach (var (index, link) in (chain.ConnectingAgreements ?? []).Index())
            Known(chain, $"connecting_agreements[{index}].agreement", link.Agreement, _agreements, "agreement");
        foreach (var (index, appearance) in chain.Appearances.Index())
        {
            var path = $"appearances[{index}]";
            Known(chain, $"{path}.claim", appearance.Claim, _claims, "claim");
            Known(chain, $"{path}.carrier", appearance.Carrier, _entities, "entity");
            Known(chain, $"{path}.url_document", appearance.UrlDocument, _documents.Keys, "document");
            foreach (var (at, link) in appearance.ClaimLinks.Index())
                Known(chain, $"{path}.claim_links[{at}].claim", link.Claim, _claims, "claim");
            Evidence(chain, $"{path}.evidence", appearance.Evidence);
            if (appearance.Carrier is null && appearance.CarrierText is null)
                Add(chain, path, "needs a carrier (an entity) or a carrier_text");
        }
        foreach (var (index, relay) in chain.Relays.Index())
        {
            Known(chain, $"relays[{index}].from", relay.From, own, "appearance of this chain");
            Known(chain, $"relays[{index}].to", relay.To, own, "appearance of this chain");
            Evidence(chain, $"relays[{index}].evidence", relay.Evidence);
        }
    }

    private void RepeatedIds()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chain in records.Chains)
        {
            foreach (var (index, appearance) in chain.Appearances.Index().Where(item => !seen.Add(item.Item.Id)))
                Add(chain, $"appearances[{index}].id", $"the id {appearance.Id} is taken");
            foreach (var (index, relay) in chain.Relays.Index().Where(item => !seen.Add(item.Item.Id)))
                Add(chain, $"relays[{index}].id", $"the id {relay.Id} is taken");
        }
    }

    /// <summary>A name that two organisations bear is allowed only where each of them warns of it.</summary>
    private void SharedNames()
    {
        var shared = records.Entities
            .SelectMany(entity => entity.Names.Values.SelectMany(names => names)
                .Select(name => (Name: name.ToUpperInvariant(), Entity: entity)))
            .GroupBy(pair => pair.Name)
            .Select(group => (group.Key, Bearers: group.Select(pair => pair.Entity).Distinct().ToList()))
            .Where(group => group.Bearers.Count > 1);
        foreach (var (name, bearers) in shared)
        {
            foreach (var entity in bearers.Where(entity => entity.AliasWarning is null))
                Add(entity, "names", $"the name “{name}” is also that of {string.Join(", ", bearers.Where(other => other != entity).Select(other => other.Id))}: say in alias_warning how to tell them apart");
        }
    }

    /// <summary>A channel belongs to one outlet, and a host is either its own or a mirror.</summary>
    private void SharedChannels()
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in records.Entities)
        {
            foreach (var (index, username) in (entity.Telegram ?? []).Index().Where(item => !owners.TryAdd(item.Item, entity.Id)))
                Add(entity, $"telegram[{index}]", $"telegram[{index}]: {username} is already the channel of {owners[username]}");
            foreach (var (index, mirror) in (entity.Mirrors ?? []).Index().Where(item => entity.Domains?.Contains(item.Item) == true))
                Add(entity, $"mirrors[{index}]", $"mirrors[{index}]: {mirror} stands among the domains");
        }
    }

    private void Evidence(CuratedRecord record, string path, List<EvidenceRecord> evidence)
    {
        foreach (var (index, item) in evidence.Index())
            Known(record, $"{path}[{index}].document", item.Document, _documents.Keys, "document");
    }

    /// <summary>People are entities of ours ("H-…") or plain names.</summary>
    private void People(CuratedRecord record, string path, List<string>? people)
    {
        foreach (var (index, person) in (people ?? []).Index().Where(item => item.Item.StartsWith("H-", StringComparison.Ordinal)))
            Known(record, $"{path}[{index}]", person, _entities, "entity");
    }

    private void AllKnown(CuratedRecord record, string path, List<string>? ids, IEnumerable<string> known, string kind)
    {
        foreach (var (index, id) in (ids ?? []).Index())
            Known(record, $"{path}[{index}]", id, known, kind);
    }

    private void Known(CuratedRecord record, string path, string? id, IEnumerable<string> known, string kind)
    {
        if (id is not null && !known.Contains(id))
            Add(record, path, $"{path}: there is no {kind} {id}");
    }

    private void Add(CuratedRecord record, string path, string reason)
    {
        var file = files[record.Id];
        _faults.Add(new DataFault(file.Name, file.LineOf(path), reason));
    }
}
