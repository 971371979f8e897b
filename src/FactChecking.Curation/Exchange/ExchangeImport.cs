using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange.ClaimReviews;
using FactChecking.Curation.Exchange.Csv;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Text;

namespace FactChecking.Curation.Exchange;

/// <summary>Adds debunk records from files of other forms, all of a file or nothing, and says before what that would do.</summary>
public sealed class ExchangeImport
{
    // So many say that the file is not what it was taken for.
    private const int MaxFaults = 100;

    private readonly KnowledgePublisher _publisher;
    private readonly KnowledgeBase _knowledge;
    private readonly ClaimMatcher _matcher;
    private readonly DataFolder? _folder;
    private readonly ExchangeOptions _options;

    /// <param name="publisher">Publishes what is imported.</param>
    /// <param name="knowledge">What is on record.</param>
    /// <param name="matcher">Says which claim on record a new record is about.</param>
    /// <param name="folder">The curated records, asked who poses as a fact-checker while the database holds none of them; null: there are none.</param>
    /// <param name="options">Limits.</param>
    internal ExchangeImport(KnowledgePublisher publisher, KnowledgeBase knowledge, ClaimMatcher matcher, DataFolder? folder, ExchangeOptions options) =>
        (_publisher, _knowledge, _matcher, _folder, _options) = (publisher, knowledge, matcher, folder, options);

    /// <summary>Says what an import would do.</summary>
    /// <exception cref="ImportRefusedException">The file cannot be read to its end.</exception>
    public async Task<ImportPreview> PreviewAsync(ImportInput input, ImportRequest request, CancellationToken cancellationToken)
    {
        var generation = _knowledge.CanAnswer ? _knowledge.Current : null;
        var preview = new PreviewBuilder(input.Name);
        var check = await CheckAsync(input, request, cancellationToken);
        var matched = 0;
        var isMatched = true;
        foreach (var item in Read(input, request).Select(check.Look))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item.Record is not { } record)
            {
                preview.AddRefused(item.Fault!); // an item is one or the other
                continue;
            }
            var title = StoredForm.Of(record).Title!; // the stored form has one
            var stored = generation?.Read(connection => ExchangeRecordReader.Find(connection, record.Id!)); // Look has seen to it
            if (check.IsRepeated(item))
            {
                preview.Add(PreviewKind.Repeated, item.Place, record.Id!, title);
            }
            else if (stored is { IsImported: false })
            {
                preview.AddRefused(IdTaken(input.Name, item));
            }
            else if (stored is { } known)
            {
                var changes = RecordChanges.Between(known.Record, record);
                preview.Add(changes.Count == 0 ? PreviewKind.Same : PreviewKind.Changed, item.Place, record.Id!, title, changes);
            }
            else
            {
                isMatched = matched++ < _options.MaxMatched;
                var like = generation is null ? null : await FindLikeAsync(record, title, generation, isMatched, cancellationToken);
                preview.Add(like is null ? PreviewKind.Added : PreviewKind.LikelyDuplicate, item.Place, record.Id!, title, null, like);
            }
        }
        if (!isMatched)
            preview.Note($"Links were compared for all, words only for the first {_options.MaxMatched} new records (Exchange:MaxMatched).");
        return preview.Build();
    }

    /// <summary>Imports a file. A record from an earlier import takes the place of the one with its id.</summary>
    /// <exception cref="ImportRefusedException">Something is wrong; nothing was stored.</exception>
    public async Task<ImportOutcome> ImportAsync(
        ImportInput input, ImportRequest request, CancellationToken cancellationToken, IProgress<int>? progress = null)
    {
        var check = await CheckAsync(input, request, cancellationToken);
        var (stored, repeated) = (0, 0);
        var faults = new List<ImportFault>();
        _publisher.Publish((connection, transaction) =>
        {
            using var writer = new ImportedClaimWriter(connection, transaction);
            foreach (var item in Read(input, request).Select(check.Look))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (check.IsRepeated(item))
                    repeated++;
                else if (item.Record is null)
                    faults.Add(item.Fault!); // an item is one or the other
                else if (!writer.TryWrite(item.Record))
                    faults.Add(IdTaken(input.Name, item));
                else if (++stored % 1000 == 0)
                    progress?.Report(stored);
                if (faults.Count > 0 && !request.LeaveOutFaulty && faults.Count >= MaxFaults)
                    break;
            }
            if (faults.Count > 0 && !request.LeaveOutFaulty)
                throw new ImportRefusedException(faults);
        });
        return new ImportOutcome(stored, repeated, faults);
    }

    /// <summary>Imports one record that a maintainer accepted.</summary>
    /// <exception cref="ImportRefusedException">Something is wrong; nothing was stored.</exception>
    internal async Task ImportAsync(string name, ImportRecord record, ImportRequest request, CancellationToken cancellationToken)
    {
        var check = new RecordCheck(name, request, await PseudoAsync(cancellationToken));
        var item = check.Look(new ReadItem("", record, null));
        if (item.Record is null)
            throw new ImportRefusedException([item.Fault!]); // an item is one or the other
        _publisher.Publish((connection, transaction) =>
        {
            using var writer = new ImportedClaimWriter(connection, transaction);
            if (!writer.TryWrite(item.Record))
                throw new ImportRefusedException([IdTaken(name, item)]);
        });
    }

    /// <summary>What keeps a record from being an imported one; null when nothing does.</summary>
    internal async Task<ImportFault?> FindFaultAsync(ImportRecord record, CancellationToken cancellationToken)
    {
        var request = new ImportRequest(record.Format ?? ExchangeFormat.Records);
        // Lines of the form "records" need say neither whom they are from nor under which licence.
        if (request.Format == ExchangeFormat.Records)
            request = request with { Source = "records", Licence = "records" };
        return new RecordCheck(record.Id!, request, await PseudoAsync(cancellationToken)).Look(new ReadItem("", record, null)).Fault; // the schema asks for an id
    }

    /// <summary>The sites that no debunk is taken from.</summary>
    internal async Task<PseudoFactCheckers> PseudoAsync(CancellationToken cancellationToken)
    {
        if (_publisher.HoldsCuratedRecords())
            return _knowledge.Current.Read(PseudoFactCheckers.Of);
        return _folder is null ? PseudoFactCheckers.None : await PseudoFactCheckers.OfAsync(_folder, cancellationToken);
    }

    private async Task<RecordCheck> CheckAsync(ImportInput input, ImportRequest request, CancellationToken cancellationToken) =>
        new(input.Name, request, await PseudoAsync(cancellationToken));

    private IEnumerable<ReadItem> Read(ImportInput input, ImportRequest request)
    {
        IRecordReader reader = request.Format switch
        {
            ExchangeFormat.ClaimReview => new ClaimReviewReader(_options.MaxDepth),
            ExchangeFormat.Csv => new CsvRecordReader(request.Columns),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Format, "This form is imported by another class."),
        };
        using var stream = input.OpenLimited(request.MaxMegabytes ?? _options.MaxMegabytes);
        foreach (var item in reader.Read(stream, input.Name))
            yield return item;
    }

    private async Task<LikelyDuplicate?> FindLikeAsync(
        ImportRecord record, string title, KnowledgeGeneration generation, bool byWords, CancellationToken cancellationToken)
    {
        if (record.Url is { } url && CanonicalLink.Of(url) is { } link && LinkReader.ClaimsOf(generation, [link]) is [var linked, ..])
            return new LikelyDuplicate(linked, ByLink: true);
        if (!byWords)
            return null;
        var question = new Question(title) { LanguageHint = record.Lang, FromRecordsOnly = true };
        var match = await _matcher.MatchAsync(question, generation, 1, cancellationToken);
        return match.Decision == Decision.Answer ? new LikelyDuplicate(match.Matches[0].Claim, ByLink: false) : null;
    }

    private static ImportFault IdTaken(string file, ReadItem item) =>
        new(file, item.Place, "id", $"{item.Record?.Id} is taken by a record that is not from an import", "Give it another id, or leave the id away");
}
