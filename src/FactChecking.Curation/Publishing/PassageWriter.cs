using FactChecking.Matching.Index;
using FactChecking.Matching.Passages;
using FactChecking.Text;
using FactChecking.TextAnalysis;
using Microsoft.Data.Sqlite;

namespace FactChecking.Curation.Publishing;

/// <summary>Stores the passages of claims together with their analysis.</summary>
internal sealed class PassageWriter : IDisposable
{
    private readonly SqliteCommand _insert;

    public PassageWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        _insert = connection.CreateCommand();
        _insert.Transaction = transaction;
        _insert.CommandText = """
            insert into passages (claim_number, ordinal, field, language, script, text, terms, grams, numbers)
            values ($claim, $ordinal, $field, $language, $script, $text, $terms, $grams, $numbers)
            """;
        foreach (var name in (string[])["$claim", "$ordinal", "$field", "$language", "$script", "$text", "$terms", "$grams", "$numbers"])
            _insert.Parameters.AddWithValue(name, DBNull.Value);
    }

    /// <summary>Writes passages of a claim.</summary>
    /// <param name="claim">The claim's number.</param>
    /// <param name="passages">The passages, in order.</param>
    /// <param name="first">Ordinal of the first: 0, or the first that the claim's other passages do not use.</param>
    public void Write(long claim, IEnumerable<Passage> passages, int first = 0)
    {
        foreach (var (ordinal, passage) in passages.Index())
        {
            var analysed = AnalysedText.Of(passage.Text);
            Set("$claim", claim);
            Set("$ordinal", first + ordinal);
            Set("$field", passage.Field);
            Set("$language", (object?)passage.Language ?? DBNull.Value);
            Set("$script", (int)ScriptGroups.Main(analysed.Terms));
            Set("$text", passage.Text);
            Set("$terms", TermHash.ToBytes(analysed.Terms));
            Set("$grams", CharacterGrams.ToBytes(CharacterGrams.Of(analysed.Folded)));
            Set("$numbers", string.Join(' ', analysed.Numbers.Distinct()));
            _insert.ExecuteNonQuery();
        }
    }

    private void Set(string name, object value) => _insert.Parameters[name].Value = value;

    public void Dispose() => _insert.Dispose();
}
