using FactChecking.Knowledge;
using FactChecking.Matching.Index;
using FactChecking.Text;
using Microsoft.Data.Sqlite;

namespace FactChecking.Matching.Passages;

/// <summary>Reads the passages of candidates as they were analysed, for the features.</summary>
internal sealed class PassageReader : IDisposable
{
    // Passages take some kilobytes a claim, and a message is compared with those of dozens.
    private const int MaxClaims = 2000;

    private const string SelectOfClaim = """
        select case field when 'claim' then 0 when 'variant' then 1 when 'title' then 2 else 3 end, language, script, terms, grams, numbers
        from passages
        where claim_number = $claim
        order by ordinal
        """;

    private const string SelectId = "select id from claims where number = $claim";

    private readonly KnowledgeGeneration _generation;
    private readonly ClaimIndex _index;
    private readonly SqliteCommand _ofClaim;
    private readonly SqliteCommand _id;
    private readonly GenerationCache _passages = new(MaxClaims);
    private readonly GenerationCache _ids = new(MaxClaims);

    private PassageReader(KnowledgeGeneration generation)
    {
        _generation = generation;
        _index = ClaimIndexReader.Of(generation);
        (_ofClaim, _id) = generation.Read(connection => (Prepare(connection, SelectOfClaim), Prepare(connection, SelectId)));
    }

    /// <summary>The passages of a generation. The first call builds its index.</summary>
    public static PassageReader Of(KnowledgeGeneration generation) => generation.Part(of => new PassageReader(of));

    /// <summary>The passages of a claim that the index names.</summary>
    public ClaimPassages Of(int claim) => _passages.Get(claim, () => _generation.Read(_ => Read(claim)))!; // never null

    /// <summary>The id of a claim that the index names.</summary>
    public string IdOf(int claim) => _ids.Get(claim, () => _generation.Read(_ => ReadId(claim)))!; // never null

    private ClaimPassages Read(int claim)
    {
        _ofClaim.Parameters[0].Value = claim;
        using var reader = _ofClaim.ExecuteReader();
        var passages = new List<StoredPassage>();
        while (reader.Read())
        {
            var terms = TermHash.FromBytes(reader.GetFieldValue<byte[]>(3)).ToArray();
            var grams = CharacterGrams.FromBytes(reader.GetFieldValue<byte[]>(4));
            passages.Add(new StoredPassage(
                (PassageField)reader.GetInt32(0),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                (ScriptGroup)reader.GetInt32(2),
                terms,
                grams,
                reader.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                new PassageWeights(terms, grams, _index)));
        }
        return new ClaimPassages(passages);
    }

    private string ReadId(int claim)
    {
        _id.Parameters[0].Value = claim;
        return (string)_id.ExecuteScalar()!; // the number came out of the index of this very file
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.Add("$claim", SqliteType.Integer);
        command.Prepare();
        return command;
    }

    public void Dispose()
    {
        _passages.Dispose();
        _ids.Dispose();
        _ofClaim.Dispose();
        _id.Dispose();
    }
}
