using System.Text.Json;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Text;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>
/// Puts imported records into the database, in place of those with the same id from an earlier import. Its statements are
/// prepared once, since an import may have a million records.
/// </summary>
internal sealed class ImportedRecordWriter : IDisposable
{
    private const string DeleteRecord = """
        delete from claims where id = $id and source = $source;
        delete from evidence where record_id = $id and source = $source;
        delete from documents where id = $id and source = $source;
        """;

    private const string ReplaceRecord = $"""
        {DeleteRecord}
        insert into documents (id, source, title, publisher, date, language, kind, seen, url)
        values ($id, $source, $headline, $publisher, $date, $language, 'debunk', 'import', $url);
        insert into claims (id, key, source, checkable, normalized_verdict, text)
        values ($id, $key, $source, 1, 'unrated', $text);
        insert into debunks (claim_id, ordinal, document_id, scope, rating, quote, quote_role)
        values ($id, 0, $id, 'same_claim', $rating, $quote, 'finding');
        insert into evidence (record_id, ordinal, source, document_id)
        values ($id, 0, $source, $id);
        insert into imports (claim_id, format, origin, licence, publisher_url, author, claimant, claim_date, appearances, first_appearance)
        values ($id, $format, $origin, $licence, $publisher_url, $author, $claimant, $claim_date, $appearances, $first_appearance);
        insert into claim_links (link, claim_number)
        select $link, number from claims where id = $id and $link is not null
        on conflict do nothing;
        select number from claims where id = $id;
        """;

    private static readonly string[] Parameters =
    [
        "$id", "$headline", "$publisher", "$author", "$date", "$language", "$url", "$link", "$key", "$text", "$rating", "$quote",
        "$format", "$origin", "$licence", "$publisher_url", "$claimant", "$claim_date", "$appearances", "$first_appearance",
    ];

    private readonly SqliteCommand _replace;

    public ImportedRecordWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        _replace = connection.CreateCommand();
        _replace.Transaction = transaction;
        _replace.CommandText = ReplaceRecord;
        foreach (var name in Parameters)
            _replace.Parameters.AddWithValue(name, DBNull.Value);
        _replace.Parameters.AddWithValue("$source", RecordsImport.Source);
    }

    /// <summary>Writes a record without its passages.</summary>
    /// <param name="record">A record of the form in which it is stored (<see cref="StoredForm"/>).</param>
    /// <param name="quote">What is quoted of its finding.</param>
    /// <returns>The number of its claim.</returns>
    /// <exception cref="SqliteException">The id is taken by a record that is not from an import.</exception>
    public long Write(ImportRecord record, string? quote)
    {
        Set("$id", record.Id);
        Set("$headline", record.Headline ?? record.Title);
        Set("$publisher", record.Publisher ?? StoredForm.NoPublisher);
        Set("$author", record.Author);
        Set("$date", record.Date);
        Set("$language", record.Lang);
        Set("$url", record.Url);
        Set("$link", record.Url is null ? null : CanonicalLink.Of(record.Url));
        Set("$key", ClaimKey.Of(record.Id!)); // the import refuses a record without an id
        Set("$text", LocalizedText.Of(record.Lang!, record.Title!).ToJson()); // the stored form has both
        Set("$rating", record.Rating);
        Set("$quote", quote);
        Set("$format", record.Format ?? RecordsImport.Source);
        Set("$origin", record.Source);
        Set("$licence", record.Licence);
        Set("$publisher_url", record.PublisherUrl);
        Set("$claimant", record.Claimant);
        Set("$claim_date", record.ClaimDate);
        Set("$appearances", record.Appearances is { Count: > 0 } appearances ? JsonSerializer.Serialize(appearances, FactCheckingJson.Plain) : null);
        Set("$first_appearance", record.FirstAppearance);
        return (long)_replace.ExecuteScalar()!; // the claim was just inserted
    }

    /// <summary>Takes an imported record out, with all that it is found by.</summary>
    public static void Delete(SqliteConnection connection, SqliteTransaction transaction, string id)
    {
        using var delete = connection.CreateCommand();
        (delete.Transaction, delete.CommandText) = (transaction, DeleteRecord);
        delete.Parameters.AddWithValue("$id", id);
        delete.Parameters.AddWithValue("$source", RecordsImport.Source);
        delete.ExecuteNonQuery();
    }

    private void Set(string name, string? value) => _replace.Parameters[name].Value = (object?)value ?? DBNull.Value;

    public void Dispose() => _replace.Dispose();
}
