using FactChecking.Languages;
using FactChecking.Variants;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>Writes imported records with all that is found by them, in one transaction.</summary>
/// <param name="connection">Where to.</param>
/// <param name="transaction">Its transaction.</param>
/// <param name="keepVariants">Wordings that a record has stay, as maintainers accepted some; false: it gets those that it brings.</param>
internal sealed class ImportedClaimWriter(SqliteConnection connection, SqliteTransaction transaction, bool keepVariants = true) : IDisposable
{
    private readonly ImportedRecordWriter _records = new(connection, transaction);
    private readonly PassageWriter _passages = new(connection, transaction);

    // Replacing a record would take its variants with it, and those that maintainers accepted are nowhere else.
    private readonly Dictionary<string, List<Variant>> _variants =
        keepVariants ? VariantStore.OfSource(connection, transaction, RecordsImport.Source) : [];

    /// <summary>Writes one record, which has an id, and a title or a text.</summary>
    /// <returns>False when the id is taken by a record that is not from an import: nothing was written.</returns>
    public bool TryWrite(ImportRecord record)
    {
        var stored = StoredForm.Of(record);
        var language = stored.Lang!; // the stored form has one
        long number;
        try
        {
            number = _records.Write(stored, StoredForm.QuoteOf(stored));
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return false;
        }

        var id = record.Id!; // the caller has looked
        var kept = VariantCap.Apply([.. _variants.GetValueOrDefault(id) ?? [], .. VariantsOf(record, language)]).Kept;
        VariantStore.Write(connection, transaction, id, kept);
        _passages.Write(number, StoredForm.PassagesOf(record with { Headline = stored.Headline }, language).Concat(kept.Select(variant => variant.ToPassage())));
        return true;
    }

    private static IEnumerable<Variant> VariantsOf(ImportRecord record, string language) =>
        (record.Variants ?? []).Select(variant =>
        {
            var text = VariantText.OnOneLine(variant.Text!); // the caller refuses a variant without a text or an origin
            return new Variant(ReplyLanguages.FromTag(variant.Lang) ?? variant.Lang ?? language, variant.Form ?? VariantText.FormOf(text), variant.Origin!, text);
        });

    public void Dispose()
    {
        _records.Dispose();
        _passages.Dispose();
    }
}
