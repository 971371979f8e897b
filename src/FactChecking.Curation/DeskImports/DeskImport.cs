using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Archives;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;

namespace FactChecking.Curation.DeskImports;

/// <summary>Import at the desk, whatever the form: answers are made from it at once, and who did it is noted.</summary>
public sealed class DeskImport(
    ExchangeImport records,
    FeedImport feeds,
    DataImport data,
    DataFolder folder,
    KnowledgePublisher publisher,
    KnowledgeBase knowledge,
    RecordEditor editor,
    RevisionStore revisions,
    ImportNoteStore notes)
{
    /// <summary>The forms that are imported here; the others are for the command line.</summary>
    public static IReadOnlyList<string> Formats { get; } = [ExchangeFormat.ClaimReview, ExchangeFormat.Csv, ExchangeFormat.Feed, ExchangeFormat.Data];

    private const int MaxNamed = 10;

    /// <summary>Says what an import would do.</summary>
    /// <exception cref="ImportRefusedException">The file cannot be read to its end.</exception>
    public async Task<ImportPreview> PreviewAsync(ImportInput input, ImportRequest request, CancellationToken cancellationToken)
    {
        var preview = request.Format switch
        {
            ExchangeFormat.Feed => await feeds.PreviewAsync(input, request, cancellationToken),
            ExchangeFormat.Data => await data.PreviewAsync(input, cancellationToken),
            _ => await records.PreviewAsync(input, request, cancellationToken),
        };
        return request.Format is ExchangeFormat.Feed or ExchangeFormat.Data ? preview : await WithCorrectedAsync(preview);
    }

    /// <summary>Imports, all of a file or nothing.</summary>
    /// <param name="input">The file.</param>
    /// <param name="request">What was said beside it.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The number of its note (<see cref="ImportNoteStore"/>).</returns>
    /// <exception cref="ImportRefusedException">Something is wrong; nothing was stored.</exception>
    /// <exception cref="IOException">The records cannot be written, or another program is publishing.</exception>
    public async Task<long> ImportAsync(ImportInput input, ImportRequest request, string by, CancellationToken cancellationToken)
    {
        var (stored, repeated, leftOut) = await editor.ExclusivelyAsync(() => StoreAsync(input, request, by, cancellationToken), cancellationToken);
        knowledge.MoveOn();
        return await notes.AddAsync(by, input.Name, request.Format, stored, repeated, leftOut);
    }

    private async Task<(int Stored, int Repeated, int LeftOut)> StoreAsync(ImportInput input, ImportRequest request, string by, CancellationToken cancellationToken)
    {
        if (request.Format == ExchangeFormat.Data)
        {
            var done = await data.ImportAsync(input, by, cancellationToken);
            await publisher.LoadAsync(folder, cancellationToken);
            return (done.CountOf(PreviewKind.Added) + done.CountOf(PreviewKind.Changed) + done.CountOf(PreviewKind.Gone), done.CountOf(PreviewKind.Same), 0);
        }
        var outcome = request.Format == ExchangeFormat.Feed
            ? await feeds.ImportAsync(input, request, cancellationToken)
            : await records.ImportAsync(input, request, cancellationToken);
        return (outcome.Stored, outcome.Repeated, outcome.LeftOut.Count);
    }

    // Else a repeated import would silently undo what maintainers corrected or took out.
    private async Task<ImportPreview> WithCorrectedAsync(ImportPreview preview)
    {
        var written = preview.Entries.Where(entry => entry.Kind is PreviewKind.Added or PreviewKind.LikelyDuplicate or PreviewKind.Changed).ToList();
        var corrected = await revisions.ChangedAsync(written.Select(entry => RecordKey.OfImported(entry.Id)));
        var ids = written.Select(entry => entry.Id).Where(id => corrected.Contains(RecordKey.OfImported(id))).ToList();
        return ids.Count == 0 ? preview : preview with
        {
            Notes = [.. preview.Notes, $"Corrected or taken out here before, which this import would undo: {string.Join(", ", ids.Take(MaxNamed))}{(ids.Count > MaxNamed ? $" and {ids.Count - MaxNamed} more" : "")}."],
        };
    }
}
