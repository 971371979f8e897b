using FactChecking.Curation.Publishing;

namespace FactChecking.Curation.Exchange.Imports;

/// <summary>What differs between a record that is stored and one that would take its place.</summary>
internal static class RecordChanges
{
    private static readonly (string Field, Func<ImportRecord, string?> Of)[] Fields =
    [
        ("title", record => record.Title),
        ("headline", record => record.Headline),
        ("text", StoredForm.TextsOf),
        ("url", record => record.Url),
        ("date", record => record.Date),
        ("lang", record => record.Lang),
        ("publisher", record => record.Publisher),
        ("publisher_url", record => record.PublisherUrl),
        ("author", record => record.Author),
        ("rating", record => record.Rating),
        ("claimant", record => record.Claimant),
        ("claim_date", record => record.ClaimDate),
        ("appearances", record => record.Appearances is { } appearances ? string.Join(' ', appearances) : null),
        ("first_appearance", record => record.FirstAppearance),
        ("source", record => record.Source),
        ("licence", record => record.Licence),
    ];

    /// <param name="stored">As <see cref="ExchangeRecordReader"/> gives it.</param>
    /// <param name="next">As it came.</param>
    public static IReadOnlyList<FieldChange> Between(ImportRecord stored, ImportRecord next)
    {
        var form = StoredForm.Of(next);
        return [.. Fields
            .Select(field => new FieldChange(field.Field, field.Of(stored), field.Of(form)))
            .Where(change => change.Before != change.After)];
    }
}
