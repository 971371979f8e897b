using FactChecking.Dossiers;
using FactChecking.Languages;
using FactChecking.Published;

namespace FactChecking.Curation.Exchange.Stix;

/// <summary>Makes the objects of a bundle, with the properties that STIX 2.1 requires of each (sections 4 and 5).</summary>
/// <param name="publisher">How this bot is named: it made the objects, and nobody's finding.</param>
/// <param name="address">Where the pages of the records are.</param>
/// <param name="time">When the records were published: no object is older than its bundle.</param>
internal sealed class StixObjects(string publisher, PublicAddress address, string time)
{
    private readonly string _self = StixId.Of("identity", $"publisher {publisher}");

    /// <summary>This bot.</summary>
    public Dictionary<string, object?> Self => Create("identity", _self, ("name", publisher), ("identity_class", "system"));

    public Dictionary<string, object?> Identity(Entity entity, IReadOnlyList<Document> sources) => Create("identity", IdentityId(entity.Id),
        ("name", entity.NameIn(ReplyLanguages.English)),
        ("identity_class", entity.Kind switch { "person" => "individual", "unresolved" => "unspecified", "platform" or "platform_portal" => "system", _ => "organization" }),
        ("labels", new[] { entity.Kind.Replace('_', '-') }),
        ("external_references", References(entity.Id, address.OfEntity(entity.Id), sources)));

    /// <summary>
    /// A record of two entities. Its dates are exact to a month or a year, often: the start is then the beginning and the stop
    /// the end of that.
    /// </summary>
    public Dictionary<string, object?> Relationship(StixRelation relation, IReadOnlyList<Document> sources)
    {
        var (start, stop) = (StixTime.Of(relation.From), StixTime.EndOf(relation.To));
        return Create("relationship", StixId.Of("relationship", $"{relation.Id} {relation.Subject} {relation.Object}"),
            ("relationship_type", relation.Relation.Replace('_', '-')),
            ("source_ref", IdentityId(relation.Subject)),
            ("target_ref", IdentityId(relation.Object)),
            ("description", relation.Note),
            ("start_time", start),
            ("stop_time", stop is not null && (start is null || string.CompareOrdinal(stop, start) > 0) ? stop : null),
            ("confidence", relation.Confidence switch { "high" => 85, "medium" => 50, "low" => 15, _ => (object?)null }), // STIX 2.1, appendix A
            ("external_references", References(relation.Id, relation.IsAgreement ? address.OfAgreement(relation.Id) : null, sources)));
    }

    /// <summary>A DISARM technique, which an analyst suggests and nobody has found.</summary>
    public Dictionary<string, object?> AttackPattern(string technique) => Create("attack-pattern", AttackPatternId(technique),
        ("name", $"DISARM {technique}"),
        ("external_references", new[]
        {
            new Dictionary<string, object?> { ["source_name"] = "DISARM", ["external_id"] = technique, ["url"] = $"https://github.com/DISARMFoundation/DISARMframeworks/blob/main/generated_pages/techniques/{technique}.md" },
        }));

    /// <summary>A claim. It is dated by the newest document that its record rests on.</summary>
    public Dictionary<string, object?> Report(
        string claim, LocalizedText text, IReadOnlyList<Document> sources, IEnumerable<string> entities, IEnumerable<string> techniques) => Create("report", ReportId(claim),
        ("name", text.In(ReplyLanguages.English)),
        ("description", text.Texts.Count > 1 ? string.Join('\n', text.Texts.Select(pair => $"{pair.Key}: {pair.Value}")) : null),
        ("published", sources.Select(source => StixTime.Of(source.Date)).OfType<string>().Order(StringComparer.Ordinal).LastOrDefault() ?? time),
        ("labels", new[] { "claim" }),
        // A report must name an object; where nobody is on record for the claim, that is who recorded it.
        ("object_refs", entities.Select(IdentityId).Concat(techniques.Select(AttackPatternId)).DefaultIfEmpty(_self).ToArray()),
        ("external_references", References(claim, address.OfClaim(claim), sources)));

    /// <summary>What a publisher found, in the publisher's words.</summary>
    public Dictionary<string, object?> Note(StixDebunk debunk, Document document) => Create("note", StixId.Of("note", $"{debunk.Claim} {debunk.Ordinal}"),
        ("abstract", document.Title),
        ("content", string.Join(": ", new[] { document.Publisher, debunk.Rating, debunk.Quote }.Where(part => !string.IsNullOrWhiteSpace(part)))),
        ("authors", new[] { document.Publisher }),
        ("labels", new[] { debunk.Scope.Replace('_', '-') }),
        ("object_refs", new[] { ReportId(debunk.Claim) }),
        ("external_references", References(document.Id, address.OfDocument(document.Id), [document])));

    private Dictionary<string, object?> Create(string type, string id, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var made = new Dictionary<string, object?>
        {
            ["type"] = type,
            ["spec_version"] = "2.1",
            ["id"] = id,
            ["created"] = time,
            ["modified"] = time,
        };
        if (id != _self)
            made["created_by_ref"] = _self;
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                made[name] = value;
        }
        return made;
    }

    private Dictionary<string, object?>[] References(string record, string? page, IReadOnlyList<Document> sources) =>
    [
        page is null
            ? new() { ["source_name"] = publisher, ["external_id"] = record }
            : new() { ["source_name"] = publisher, ["external_id"] = record, ["url"] = page },
        .. sources.Select(source =>
        {
            var reference = new Dictionary<string, object?> { ["source_name"] = source.Publisher, ["description"] = source.Title };
            if (source.Url is not null)
                reference["url"] = source.Url;
            return reference;
        }),
    ];

    private static string IdentityId(string entity) => StixId.Of("identity", entity);

    private static string ReportId(string claim) => StixId.Of("report", claim);

    private static string AttackPatternId(string technique) => StixId.Of("attack-pattern", technique);
}
