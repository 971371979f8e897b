using FactChecking.Knowledge;
using FactChecking.Messages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Matching;

/// <summary>Reads passages as they were analysed: all of them for the index, those of candidates for the features.</summary>
internal sealed class PassageStore : IDisposable
{
    // Passages take some kilobytes a claim, and a message is compared with those of dozens.
    private const int MostClaims = 2000;

    private const string SelectForIndex =
        "select claim_number, field = 'summary', script, terms from passages order by claim_number, ordinal";

    private const string SelectOfClaim = """
        select case field when 'claim' then 0 when 'variant' then 1 when 'title' then 2 else 3 end, language, script, terms, grams, numbers
        from passages
        where claim_number = $claim
        order by ordinal
        """;

    private const string SelectId = "select id from claims where number = $claim";

    private readonly KnowledgeGeneration _generation;
    private readonly SqliteCommand _ofClaim;
    private readonly SqliteCommand _id;
    private readonly KeptReadings _passages = new(MostClaims);
    private readonly KeptReadings _ids = new(MostClaims);

    private PassageStore(KnowledgeGeneration generation)
    {
        _generation = generation;
        (_ofClaim, _id, Index) = generation.Read(connection =>
            (Prepare(connection, SelectOfClaim), Prepare(connection, SelectId), BuildIndex(connection)));
    }

    /// <summary>What candidates are found with.</summary>
    public ClaimIndex Index { get; }

    /// <summary>The passages of a generation. The first call reads them all for the index.</summary>
    public static PassageStore Of(KnowledgeGeneration generation) => generation.Part(of => new PassageStore(of));

    /// <summary>The passages of a claim that the index names.</summary>
    public ClaimPassages Of(int claim) => _passages.Get(claim, () => _generation.Read(_ => Read(claim)))!; // never null

    /// <summary>The id of a claim that the index names.</summary>
    public string IdOf(int claim) => _ids.Get(claim, () => _generation.Read(_ => ReadId(claim)))!; // never null

    private static ClaimIndex BuildIndex(SqliteConnection connection)
    {
        var builder = new ClaimIndexBuilder();
        using var command = connection.CreateCommand();
        command.CommandText = SelectForIndex;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            builder.Add(reader.GetInt32(0), reader.GetBoolean(1), (ScriptGroup)reader.GetInt32(2), TermHash.FromBytes(reader.GetFieldValue<byte[]>(3)));
        return builder.Build(new GramWeights(SampleGrams(connection)));
    }

    // Spread over all records: neighbours are often of one source.
    private const string SelectSample = "select grams from passages where claim_number % (1 + (select max(number) from claims) / $sample) = 0 limit $sample";

    private static IEnumerable<ushort[]> SampleGrams(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectSample;
        command.Parameters.AddWithValue("$sample", GramWeights.Sample);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return CharacterGrams.FromBytes(reader.GetFieldValue<byte[]>(0));
    }

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
                new PassageWeights(terms, grams, Index)));
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
