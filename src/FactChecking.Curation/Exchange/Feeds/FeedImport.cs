using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Text;

namespace FactChecking.Curation.Exchange.Feeds;

/// <summary>Makes drafts of a feed's entries, and records of the drafts that a maintainer accepts.</summary>
public sealed class FeedImport
{
    private readonly ExchangeImport _import;
    private readonly ImportDraftStore _drafts;
    private readonly KnowledgeBase _knowledge;
    private readonly ExchangeOptions _options;

    internal FeedImport(ExchangeImport import, ImportDraftStore drafts, KnowledgeBase knowledge, ExchangeOptions options) =>
        (_import, _drafts, _knowledge, _options) = (import, drafts, knowledge, options);

    /// <summary>Says what would become of the entries.</summary>
    /// <exception cref="ImportRefusedException">It is no feed, or not one of an allowed publisher.</exception>
    public async Task<ImportPreview> PreviewAsync(ImportInput input, ImportRequest request, CancellationToken cancellationToken)
    {
        var preview = new PreviewBuilder(input.Name);
        foreach (var (place, draft, fault) in await ReadAsync(input, request, cancellationToken))
        {
            if (draft is null)
            {
                preview.AddRefused(fault!); // an entry is one or the other
                continue;
            }
            var (open, isClosed) = await _drafts.FindByUrlAsync(draft.Url);
            var like = open is null && !isClosed ? FindLike(draft) : null;
            var kind = isClosed || open == draft with { Number = open?.Number ?? 0 } ? PreviewKind.Same
                : open is not null ? PreviewKind.Changed
                : like is not null ? PreviewKind.LikelyDuplicate
                : PreviewKind.Added;
            preview.Add(kind, place, draft.Url, draft.Title, open is null ? null : Changes(open, draft), like);
        }
        preview.Note("Entries become drafts: no answer is made from them before a maintainer accepts them.");
        return preview.Build();
    }

    /// <summary>Stores the entries as drafts.</summary>
    /// <exception cref="ImportRefusedException">Something is wrong; nothing was stored.</exception>
    public async Task<ImportOutcome> ImportAsync(ImportInput input, ImportRequest request, CancellationToken cancellationToken)
    {
        var entries = await ReadAsync(input, request, cancellationToken);
        var faults = entries.Select(entry => entry.Fault).OfType<ImportFault>().ToList();
        if (faults.Count > 0 && !request.LeaveOutFaulty)
            throw new ImportRefusedException(faults);
        var drafts = entries.Select(entry => entry.Draft).OfType<ImportDraft>().ToList();
        var stored = await _drafts.AddAsync(drafts);
        return new ImportOutcome(stored, drafts.Count - stored, faults);
    }

    /// <summary>Makes a draft a record.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="claim">What was checked, in a sentence; null: the title stands for it.</param>
    /// <param name="rating">The rating in the publisher's words; null: none is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record's id.</returns>
    /// <exception cref="ImportRefusedException">Something is wrong; nothing was stored.</exception>
    public async Task<string> AcceptAsync(ImportDraft draft, string? claim, string? rating, CancellationToken cancellationToken)
    {
        var record = RecordOf(draft, claim, rating);
        await _import.ImportAsync(draft.Url, record, new ImportRequest(ExchangeFormat.Feed), cancellationToken);
        await _drafts.CloseAcceptedAsync(draft.Number);
        return record.Id!; // made above
    }

    /// <summary>The record that a draft becomes.</summary>
    internal static ImportRecord RecordOf(ImportDraft draft, string? claim, string? rating)
    {
        var title = string.IsNullOrWhiteSpace(claim) ? draft.Title : claim.Trim();
        return new ImportRecord(ReviewId.Of(draft.Url, title), draft.Language, title, draft.Summary, null, null, draft.Url, draft.Published)
        {
            Headline = draft.Title,
            Publisher = draft.Publisher,
            Rating = string.IsNullOrWhiteSpace(rating) ? null : rating.Trim(),
            Source = draft.Source,
            Licence = draft.Licence,
        };
    }

    private async Task<IReadOnlyList<(string Place, ImportDraft? Draft, ImportFault? Fault)>> ReadAsync(
        ImportInput input, ImportRequest request, CancellationToken cancellationToken)
    {
        var pseudo = await _import.PseudoAsync(cancellationToken);
        using var stream = input.OpenLimited(_options.FeedMegabytes);
        return [.. new FeedReader(new FeedHosts(_options), request).Read(stream, input.Name)
            .Select(entry => pseudo.Find(entry.Draft?.Url) is { } host
                ? (entry.Place, null, new ImportFault(input.Name, entry.Place, "link", $"{host} {PseudoFactCheckers.Reason}", "Take it out of Exchange:FeedHosts"))
                : entry)];
    }

    private LikelyDuplicate? FindLike(ImportDraft draft) =>
        _knowledge.CanAnswer && CanonicalLink.Of(draft.Url) is { } link && LinkReader.ClaimsOf(_knowledge.Current, [link]) is [var claim, ..]
            ? new LikelyDuplicate(claim, ByLink: true)
            : null;

    private static IReadOnlyList<FieldChange> Changes(ImportDraft open, ImportDraft next) =>
    [.. new (string Field, string? Before, string? After)[]
        {
            ("url", open.Url, next.Url), ("title", open.Title, next.Title), ("summary", open.Summary, next.Summary),
            ("published", open.Published, next.Published), ("language", open.Language, next.Language), ("publisher", open.Publisher, next.Publisher),
            ("source", open.Source, next.Source), ("licence", open.Licence, next.Licence),
        }
        .Where(change => change.Before != change.After)
        .Select(change => new FieldChange(change.Field, change.Before, change.After))];
}
