using FactChecking.Messages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Knowledge;

/// <summary>
/// Puts imported records into the database, in place of those with the same id from an earlier import. Its statements are
/// prepared once, since an import may have a million records.
/// </summary>
internal sealed class ImportedRecordWriter : IDisposable
{
    private const string ReplaceRecord = """
        delete from claims where id = $id and source = $source;
        delete from evidence where record_id = $id and source = $source;
        delete from documents where id = $id and source = $source;
        insert into documents (id, source, title, publisher, date, language, kind, seen, url)
        values ($id, $source, $title, $publisher, $date, $language, 'debunk', 'import', $url);
        insert into claims (id, key, source, checkable, normalized_verdict, text)
        values ($id, $key, $source, 1, 'unrated', $text);
        insert into debunks (claim_id, ordinal, document_id, scope, quote, quote_role)
        values ($id, 0, $id, 'same_claim', $quote, 'finding');
        insert into evidence (record_id, ordinal, source, document_id)
        values ($id, 0, $source, $id);
        select number from claims where id = $id;
        """;

    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _link;

    public ImportedRecordWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        _replace = Command(ReplaceRecord, ["$id", "$title", "$publisher", "$date", "$language", "$url", "$key", "$text", "$quote", "$source"]);
        _replace.Parameters["$source"].Value = RecordsImport.Source;
        _link = Command(LinkStore.Insert, ["@Link", "@Claim"]);

        SqliteCommand Command(string statement, string[] parameters)
        {
            var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, statement);
            foreach (var name in parameters)
                command.Parameters.AddWithValue(name, DBNull.Value);
            return command;
        }
    }

    /// <summary>Writes a record without its passages.</summary>
    /// <returns>The number of its claim.</returns>
    /// <exception cref="SqliteException">The id is taken by a record that is not from an import.</exception>
    public long Write(ImportRecord record, string title, string language, string publisher, string? quote)
    {
        Set("$id", record.Id);
        Set("$title", title);
        Set("$publisher", publisher);
        Set("$date", record.Date);
        Set("$language", language);
        Set("$url", record.Url);
        Set("$key", ClaimKey.Of(record.Id!)); // the import refuses a record without an id
        Set("$text", LocalizedText.Of(language, title).ToJson());
        Set("$quote", quote);
        var number = (long)_replace.ExecuteScalar()!; // the claim was just inserted
        Link(record.Url, number);
        return number;
    }

    private void Link(string? url, long claim)
    {
        _link.Parameters["@Link"].Value = (url is null ? null : CanonicalLink.Of(url)) ?? (object)DBNull.Value;
        _link.Parameters["@Claim"].Value = claim;
        _link.ExecuteNonQuery();
    }

    private void Set(string name, string? value) => _replace.Parameters[name].Value = (object?)value ?? DBNull.Value;

    public void Dispose()
    {
        _replace.Dispose();
        _link.Dispose();
    }
}
