using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Outlets;

namespace FactChecking.Answers;

/// <summary>Chooses from the records of outlets what a reply of one size shows, and words it in one language.</summary>
internal sealed class OutletReplyViewBuilder(OutletFindings findings, string language, OutletReplySize size)
{
    private readonly List<string> _agreements = [];

    private readonly bool _isChinese = language is ReplyLanguages.SimplifiedChinese or ReplyLanguages.TraditionalChinese;

    public CitationBook Book { get; } = new();

    /// <summary>Ids of the records that the view shows.</summary>
    public Origin Origin => new([], [.. findings.Records.Select(record => record.Outlet.Id)], [.. _agreements.Distinct()]);

    public OutletReplyView Build(KnowledgeGeneration generation)
    {
        var outlets = findings.Records.Select(Outlet).ToList();
        return new OutletReplyView(
            findings.OnlyAddress,
            generation.Claims,
            generation.NewestDate,
            findings.IsAmbiguous ? Joined(findings.Records.Select(record => record.Outlet)) : null,
            outlets,
            findings.AsksOfBoth && findings.Records[0].Agreements.Count == 0 ? Joined(findings.Records.Select(record => record.Outlet)) : null,
            [.. Book.Documents.Select((document, index) => SourceLine.Of(index + 1, document))]);
    }

    private OutletView Outlet(OutletRecord record)
    {
        // What two outlets have agreed upon is said once.
        var agreements = record.Agreements.Where(agreement => !_agreements.Contains(agreement.Id)).ToList();
        var shown = agreements.Take(size.Agreements).ToList();
        var view = new OutletView(
            record.Outlet.NameIn(language),
            record.Outlet.Kind,
            record.Country,
            Book.Cite(record.Evidence, max: 1),
            // Where all that may be meant are shown, that is said already.
            record.Namesakes.Count == 0 || findings.IsAmbiguous ? null : Joined(record.Namesakes.Select(namesake => namesake.Outlet)),
            findings.IsAmbiguous ? "" : Book.Cite(record.Namesakes.SelectMany(namesake => namesake.Evidence), max: 1),
            record.OwnershipUnclear,
            Owners(record),
            record.OwnershipUnclear ? [] : [.. record.Labels.TakeLast(size.Labels).Select(Label)],
            [.. shown.Select(agreement => Agreement(record.Outlet, agreement))],
            agreements.Count - shown.Count);
        _agreements.AddRange(shown.Select(agreement => agreement.Id));
        return view;
    }

    private OwnersView? Owners(OutletRecord record)
    {
        var owners = OwnerChoice.Strongest(record.Ownership, record.Outlet.Id, size.Owners);
        return owners.Count == 0
            ? null
            : new OwnersView([.. owners.Select(edge => new OwnerView(
                edge.Subject.NameIn(language), edge.Relation, edge.Owner?.NameIn(language), edge.ValidFrom, Book.Cite(edge.Evidence, max: 1)))]);
    }

    private LabelView Label(OutletLabel label) =>
        new(label.Label.In(language), label.AssignedBy, label.From, label.To, Book.Cite(label.Evidence, max: 1));

    private OutletAgreementView Agreement(Entity outlet, Agreement agreement) => new(
        Joined(agreement.Parties.Where(party => party.Id != outlet.Id)), size.Titles ? agreement.Title.In(language) : null, agreement.Date, Book.Cite(agreement.Evidence, max: 1));

    private string Joined(IEnumerable<Entity> entities) =>
        string.Join(_isChinese ? "、" : ", ", entities.Select(entity => entity.NameIn(language)));
}
