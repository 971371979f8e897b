using FactChecking.Curation.DataFiles;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.Editing;

/// <summary>
/// Changes records: a save makes the next state, which is reviewed and published: into the data folder, or, of
/// an imported record, into the knowledge database. Every text that was
/// ever saved is kept, and nobody writes over what somebody else saved meanwhile.
/// </summary>
public sealed class RecordEditor(
    FileTexts files,
    ImportedTexts imported,
    RevisionStore revisions,
    IOptions<CurationOptions> options) : IDisposable
{
    // Reading how a record stands and changing it is one step.
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <summary>How a record stands; null when there is none, published or to come.</summary>
    public async Task<RecordState?> FindAsync(RecordKey key, CancellationToken cancellationToken)
    {
        var published = await TextsOf(key).ReadAsync(key, cancellationToken);
        var open = await revisions.FindOpenAsync(key);
        return published is null && open is null ? null : new RecordState(key, published, open);
    }

    /// <summary>Makes a text the record's next state.</summary>
    /// <param name="key">Which record; it need not be there yet.</param>
    /// <param name="version">The version (<see cref="RecordState.Version"/>) that the editor started from; null: a new record.</param>
    /// <param name="text">The whole text; null: the record is to be taken out.</param>
    /// <param name="author">Who saves.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SaveOutcome> SaveAsync(
        RecordKey key, string? version, string? text, string author, string reason, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var now = await FindAsync(key, cancellationToken);
            if (now?.Version != version)
            {
                var number = await revisions.SetAsideAsync(key, now?.Published, text, author, reason);
                return new SaveOutcome.Conflict(now ?? new RecordState(key, null, null), number);
            }
            if (now is not null && now.Text == text)
                return new SaveOutcome.Same();
            return new SaveOutcome.Saved(
                await revisions.SaveAsync(key, now?.Published, text, author, reason, TextsOf(key).Origin), await FaultsAsync(key, text, cancellationToken));
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>What would be wrong with the records if this one had another text.</summary>
    public Task<IReadOnlyList<DataFault>> FaultsAsync(RecordKey key, string? text, CancellationToken cancellationToken) =>
        TextsOf(key).FaultsAsync(key, text, cancellationToken);

    /// <summary>Asks for a review.</summary>
    /// <returns>Why not; null when it waits for review now.</returns>
    public async Task<string?> SubmitAsync(long number, string author, CancellationToken cancellationToken)
    {
        if (await revisions.FindAsync(number) is not { State: RevisionState.Draft } revision)
            return "This is no draft any more. Load the record again.";
        if ((await FaultsAsync(revision.Key, revision.Text, cancellationToken)).Count > 0)
            return "Mend the faults first; they are listed below.";
        return await revisions.DecideAsync(number, RevisionState.InReview, author, null) ? null : "Somebody else was first. Load the record again.";
    }

    /// <summary>Publishes a revision: answers are made from its text from then on.</summary>
    /// <param name="number">Number of an open revision.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="correction">What the public is told, where this corrects what was said before; null: nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Why not; null when it is published.</returns>
    /// <exception cref="IOException">The data folder cannot be written, or another program is publishing.</exception>
    public async Task<string?> PublishAsync(long number, string by, string? correction, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (await revisions.FindAsync(number) is not { IsOpen: true } revision)
                return "This revision is not open any more. Load the record again.";
            if (options.Value.SecondPerson && (await revisions.AuthorsAsync(revision.Key)).Contains(by, StringComparer.OrdinalIgnoreCase))
                return "You wrote a part of this change. Somebody else has to publish it (setting Curation:SecondPerson).";

            var texts = TextsOf(revision.Key);
            var published = await texts.ReadAsync(revision.Key, cancellationToken);
            // The same text: an earlier try was stopped between writing the file and noting it here.
            if (published != revision.Text)
            {
                if ((published is null ? null : RecordText.VersionOf(published)) != revision.BasedOn)
                    return "The record was changed outside of this desk since this change was begun. Save the change again, on top of it.";
                if (await texts.FaultsAsync(revision.Key, revision.Text, cancellationToken) is { Count: > 0 } faults)
                    return $"The records would not be sound: {string.Join("; ", faults)}";
                await texts.ReplaceAsync(revision.Key, revision.Text, published, cancellationToken);
            }
            await revisions.DecideAsync(number, RevisionState.Published, by, null, correction, Public(revision, published));
            return null;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Does what changes many records while no revision is saved or published.</summary>
    internal async Task<T> ExclusivelyAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Gives a revision back to its author.</summary>
    /// <returns>False when it is not open any more.</returns>
    public Task<bool> ReturnAsync(long number, string by, string note) => revisions.DecideAsync(number, RevisionState.Draft, by, note);

    /// <summary>Gives a change up. Its text stays in the history.</summary>
    /// <returns>False when it is not open any more.</returns>
    public Task<bool> DiscardAsync(long number, string by) => revisions.DecideAsync(number, RevisionState.Discarded, by, null);

    public void Dispose() => _changing.Dispose();

    private IPublishedTexts TextsOf(RecordKey key) => key.Kind == RecordKey.Imported ? imported : files;

    // An imported record is a claim to the public, by its own id.
    private static RecordKey Public(Revision revision, string? published) =>
        revision.Kind == RecordKey.Imported && RecordText.IdOf(revision.Text ?? published ?? "") is { } id ? new RecordKey("claims", id) : revision.Key;
}
