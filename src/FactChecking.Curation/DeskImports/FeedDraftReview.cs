using FactChecking.Curation.Editing;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;

namespace FactChecking.Curation.DeskImports;

/// <summary>Makes drafts from feeds changes to be reviewed: a headline alone is no record.</summary>
public sealed class FeedDraftReview(RecordEditor editor, ImportDraftStore drafts)
{
    /// <summary>Makes a draft the next state of an imported record, which is reviewed and published like any other change.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="claim">What was checked, in a sentence; null: the title stands for it.</param>
    /// <param name="rating">The rating in the publisher's words; null: none is given.</param>
    /// <param name="author">Who accepts it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record; null when somebody else changed it at this moment.</returns>
    public async Task<RecordKey?> AcceptAsync(ImportDraft draft, string? claim, string? rating, string author, CancellationToken cancellationToken)
    {
        var record = FeedImport.RecordOf(draft, claim, rating) with { Format = ExchangeFormat.Feed };
        var key = RecordKey.OfImported(record.Id!); // just made
        var version = (await editor.FindAsync(key, cancellationToken))?.Version;
        if (await editor.SaveAsync(key, version, ImportedText.Of(record), author, $"From the feed of {draft.Publisher}", cancellationToken) is SaveOutcome.Conflict)
            return null;
        await drafts.CloseAcceptedAsync(draft.Number);
        return key;
    }
}
