using FactChecking.Dossiers;
using FactChecking.Languages;
using FactChecking.Messages;

namespace FactChecking.Answers;

/// <summary>Chooses from a dossier what a reply of one size shows, and words it in one language.</summary>
internal sealed class ReplyViewBuilder(ClaimDossier dossier, Stance stance, string language, ReplySize size)
{
    private readonly CitationBook _book = new();

    private readonly bool _isChinese = language is ReplyLanguages.SimplifiedChinese or ReplyLanguages.TraditionalChinese;

    public CitationBook Book => _book;

    /// <summary>Ids of the origin records that the view shows.</summary>
    public Origin Origin { get; private set; } = Origin.Empty;

    public ReplyView Build()
    {
        var view = BuildBlocks();
        return view with { Sources = [.. _book.Documents.Select((document, index) => SourceLine.Of(index + 1, document))] };
    }

    /// <summary>Where the claim came from and nothing else, every carrier with its date and its own [n].</summary>
    public ReplyView BuildOrigin()
    {
        var view = Restated();
        if (dossier.Trails.Count > 0)
        {
            var trail = dossier.Trails[0];
            view = WithTrail(view, trail) with { HasTrail = true };
            if (view.Path is not null)
                view = view with { Steps = [.. trail.Steps.Select((step, index) => new StepView(index + 1, Step(step), _book.Cite(step.Evidence)))] };
        }
        return view with { Sources = [.. _book.Documents.Select((document, index) => SourceLine.Of(index + 1, document))] };
    }

    /// <summary>The documents on the claim, the fact-checks first, each with what it is cited for.</summary>
    /// <param name="max">How many.</param>
    public ReplyView BuildSources(int max)
    {
        var view = Restated();
        _book.Cite(
            dossier.Debunks.Select(debunk => new Evidence(debunk.Document, debunk.Quote))
                .Concat(dossier.Evidence)
                .Concat(dossier.Established.SelectMany(statement => statement.Evidence))
                .Concat(dossier.Trails.SelectMany(trail => trail.Steps).SelectMany(step => step.Evidence)),
            max - _book.Documents.Count);
        return view with
        {
            Sources = [.. _book.Documents.Zip(_book.Citations, (document, citation) =>
                SourceLine.Of(citation.Marker, document) with { Quote = citation.Quote })],
        };
    }

    private ReplyView Restated() => new()
    {
        Stance = stance.ToString().ToLowerInvariant(),
        Claim = dossier.Text.In(language),
        ClaimMarks = _book.Cite(dossier.Evidence, max: 1),
    };

    private ReplyView BuildBlocks()
    {
        var isMixed = dossier.Established.Any(statement => statement.Side is not null);
        // Of a mixed finding both halves are shown, each with its sources; who checked the one half is among them.
        var debunks = DebunkChoice.Best(dossier.Debunks, language, size.Debunks)
            .Where(debunk => !isMixed || debunk.Scope == "same_claim")
            .ToList();
        var view = new ReplyView
        {
            Stance = stance.ToString().ToLowerInvariant(),
            Claim = dossier.Text.In(language),
            ClaimMarks = _book.Cite(dossier.Evidence, max: 1),
            Unchecked = debunks.Count == 0 && !isMixed ? Speakers() : null,
            Debunks = [.. debunks.Select(Debunk)],
            Supported = Statements("supported", size.Sided),
            Challenged = Statements("challenged", size.Sided),
            Established = Statements(null, size.Established),
        };
        return dossier.Trails.Count == 0 ? view : WithTrail(view, dossier.Trails[0]);
    }

    private ReplyView WithTrail(ReplyView view, OriginTrail trail)
    {
        var isPath = IsPath(trail);
        view = view with
        {
            Origin = trail.IsDisputed ? null : new StatementView(WithoutFullStop(trail.Origin.In(language)), _book.Cite(trail.Evidence, max: 1)),
            Candidates = trail.IsDisputed
                ? new ListView([.. trail.Candidates.Select(candidate => new StatementView(candidate.Who.In(language), _book.Cite(candidate.Evidence, max: 1)))])
                : null,
            Path = isPath ? Path(trail) : null,
            Relays = isPath || trail.Relays.Count == 0 ? null : Relays(trail),
        };
        var shown = isPath ? trail.Steps : ShownRelays(trail).SelectMany(relay => new[] { relay.From, relay.To });
        var owners = OwnerChoice.Best(trail, shown, size.Owners);
        var agreements = trail.Agreements.Take(size.Agreements).ToList();
        Origin = new Origin(
            [trail.Id],
            [.. Carriers(trail).Concat(owners.Select(edge => edge.Subject.Id)).Distinct()],
            [.. agreements.Select(agreement => agreement.Id)]);
        return view with
        {
            Owners = owners.Count == 0 ? null : new OwnersView([.. owners.Select(Owner)]),
            Agreements = [.. agreements.Select(Agreement)],
        };
    }

    private SpeakersView? Speakers() =>
        dossier.SaidBy.Count == 0
            ? null
            : new SpeakersView(
                string.Join(_isChinese ? "、" : ", ", dossier.SaidBy.Select(entity => entity.NameIn(language))),
                dossier.Trails.SelectMany(trail => trail.Steps).FirstOrDefault()?.Date,
                _book.Cite(dossier.Trails.SelectMany(trail => trail.Steps).FirstOrDefault()?.Evidence ?? dossier.Evidence, max: 1));

    private DebunkView Debunk(Debunk debunk) => new(
        debunk.Document.Name,
        debunk.Document.Date,
        debunk.Scope,
        debunk.PublishedRating,
        debunk.QuoteRole == "finding" && (size.QuotesOfOthers || debunk.Scope == "same_claim" || debunk.PublishedRating is null) ? debunk.Quote : null,
        debunk.QuoteRole == "reviewed_claim" ? debunk.Quote : null,
        _book.Cite(new Evidence(debunk.Document, debunk.Quote)));

    private IReadOnlyList<StatementView> Statements(string? side, int max) =>
        [.. dossier.Established.Where(statement => statement.Side == side).Take(max)
            .Select(statement => new StatementView(WithoutFullStop(statement.Text.In(language)), _book.Cite(statement.Evidence)))];

    // The [n] ends the sentence.
    private static string WithoutFullStop(string text) => text.TrimEnd('.', '。');

    // A trail is shown as a path when its steps follow each other by relays that a source asserts.
    private static bool IsPath(OriginTrail trail) =>
        trail.Steps.Count > 1 && trail.Steps.Zip(trail.Steps.Skip(1))
            .All(pair => trail.Relays.Any(relay => relay.From.Id == pair.First.Id && relay.To.Id == pair.Second.Id));

    private PathView Path(OriginTrail trail)
    {
        var dates = trail.Steps.Select(step => step.Date).Distinct().ToList();
        return new PathView(
            string.Join(" → ", trail.Steps.Select(step => dates.Count == 1 ? step.NameIn(language) : Step(step))),
            dates.Count == 1 ? dates[0] : null,
            _book.Cite(trail.Steps.SelectMany(step => step.Evidence)));
    }

    private ListView Relays(OriginTrail trail) => new(
        [.. ShownRelays(trail)
            .Select(relay => new StatementView($"{Step(relay.From)} → {Step(relay.To)}", _book.Cite(relay.Evidence, max: 1)))]);

    private IEnumerable<Relay> ShownRelays(OriginTrail trail) =>
        trail.Relays.OrderByDescending(relay => relay.To.Role is "official_repetition" or "feedback").Take(size.Relays);

    private string Step(Appearance appearance) => _isChinese
        ? $"{appearance.NameIn(language)}（{appearance.Date}）"
        : $"{appearance.NameIn(language)} ({appearance.Date})";

    private OwnerView Owner(Ownership edge) => new(
        edge.Subject.NameIn(language), edge.Relation, edge.Owner?.NameIn(language), edge.ValidFrom, _book.Cite(edge.Evidence, max: 1));

    private AgreementView Agreement(Agreement agreement)
    {
        var terms = size.Terms ? agreement.Terms : [];
        return new AgreementView(
            string.Join(_isChinese ? "、" : " – ", agreement.Parties.Select(party => party.NameIn(language))),
            agreement.Title.In(language),
            agreement.Date,
            terms.Count == 0 ? null : string.Join(_isChinese ? "；" : "; ", terms.Select(term => WithoutFullStop(term.In(language)))),
            // What was agreed may stand in another source than that it was.
            _book.Cite(agreement.Evidence, max: terms.Count == 0 ? 1 : 3));
    }

    private static IEnumerable<string> Carriers(OriginTrail trail) =>
        trail.Steps.Select(step => step.Carrier?.Id).OfType<string>();
}
