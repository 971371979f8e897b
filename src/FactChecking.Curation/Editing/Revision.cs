namespace FactChecking.Curation.Editing;

/// <summary>A text of a record, as somebody saved it.</summary>
/// <param name="Number">Counts up over all records.</param>
/// <param name="Kind">Folder of the record.</param>
/// <param name="RecordId">Id of the record.</param>
/// <param name="State">One of <see cref="RevisionState"/>.</param>
/// <param name="BasedOn">Version (<see cref="RecordText.VersionOf"/>) of the published text that it changes; null: a new record.</param>
/// <param name="Text">The whole text, YAML; null: the record is taken out.</param>
/// <param name="Author">Who saved it.</param>
/// <param name="SavedAt">When, ISO 8601 in UTC.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="DecidedBy">Who published, returned or discarded it.</param>
/// <param name="DecidedAt">When, ISO 8601 in UTC.</param>
/// <param name="Note">What the reviewer said.</param>
public sealed record Revision(
    long Number,
    string Kind,
    string RecordId,
    string State,
    string? BasedOn,
    string? Text,
    string Author,
    string SavedAt,
    string Reason,
    string? DecidedBy,
    string? DecidedAt,
    string? Note)
{
    public RecordKey Key => new(Kind, RecordId);

    /// <summary>What the record is called: of an imported one its own id, as far as the text gives it.</summary>
    public string RecordName => Kind == RecordKey.Imported && Text is not null ? RecordText.IdOf(Text) ?? RecordId : RecordId;

    /// <summary>It is the record's next state, not decided on yet.</summary>
    public bool IsOpen => State is RevisionState.Draft or RevisionState.InReview;
}

/// <summary>What became of a revision.</summary>
public static class RevisionState
{
    /// <summary>Being worked on.</summary>
    public const string Draft = "draft";

    /// <summary>Waits for a publisher.</summary>
    public const string InReview = "in_review";

    public const string Published = "published";

    /// <summary>A later save took its place before it was published.</summary>
    public const string Replaced = "replaced";

    /// <summary>Saved by somebody who had started from an earlier text than was there by then. Kept, so that nothing is lost.</summary>
    public const string SetAside = "set_aside";

    public const string Discarded = "discarded";
}
