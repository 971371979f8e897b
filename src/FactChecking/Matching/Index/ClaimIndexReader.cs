using FactChecking.Knowledge;
using FactChecking.Text;
using Microsoft.Data.Sqlite;

namespace FactChecking.Matching.Index;

/// <summary>Builds the index of a generation from its passages.</summary>
internal static class ClaimIndexReader
{
    private const string SelectForIndex =
        "select claim_number, field = 'summary', script, terms from passages order by claim_number, ordinal";

    // Spread over all records: neighbours are often of one source.
    private const string SelectSample = "select grams from passages where claim_number % (1 + (select max(number) from claims) / $sample) = 0 limit $sample";

    /// <summary>The index of a generation. The first call builds it.</summary>
    public static ClaimIndex Of(KnowledgeGeneration generation) => generation.Part(of => of.Read(Read));

    private static ClaimIndex Read(SqliteConnection connection)
    {
        var builder = new ClaimIndexBuilder();
        using var command = connection.CreateCommand();
        command.CommandText = SelectForIndex;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            builder.Add(reader.GetInt32(0), reader.GetBoolean(1), (ScriptGroup)reader.GetInt32(2), TermHash.FromBytes(reader.GetFieldValue<byte[]>(3)));
        return builder.Build(new GramWeights(SampleGrams(connection)));
    }

    private static IEnumerable<ushort[]> SampleGrams(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectSample;
        command.Parameters.AddWithValue("$sample", GramWeights.Sample);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return CharacterGrams.FromBytes(reader.GetFieldValue<byte[]>(0));
    }
}
