namespace FactChecking.Curation.Editing;

/// <summary>How a record stands: what is published, and what is to follow.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Published">The text that answers are made from; null: it is not published.</param>
/// <param name="Open">What is to follow; null: nothing is being changed.</param>
public sealed record RecordState(RecordKey Key, string? Published, Revision? Open)
{
    /// <summary>The text to edit; null when the record is to be taken out.</summary>
    public string? Text => Open is null ? Published : Open.Text;

    /// <summary>Changes whenever the text to edit does. An editor sends it back, so that a save over another's is found out.</summary>
    public string Version => $"{(Published is null ? "new" : RecordText.VersionOf(Published))}.{Open?.Number ?? 0}";
}
