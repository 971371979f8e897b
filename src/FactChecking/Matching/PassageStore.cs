using Dapper;
using FactChecking.Knowledge;
using FactChecking.Messages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Matching;

/// <summary>Reads passages as they were analysed: all of them for the index, those of candidates for the features.</summary>
internal static class PassageStore
{
    private const string SelectForIndex =
        "select claim_number, field, script, terms from passages order by claim_number, ordinal";

    private const string SelectOfClaim =
        "select field, script, text, terms, numbers from passages where claim_number = $claim order by ordinal";

    private const string SelectIds = "select number as Number, id as Id from claims where number in @numbers";

    public static ClaimIndex BuildIndex(SqliteConnection connection)
    {
        var builder = new ClaimIndexBuilder();
        using var command = connection.CreateCommand();
        command.CommandText = SelectForIndex;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            builder.Add(reader.GetInt32(0), reader.GetString(1), (ScriptGroup)reader.GetInt32(2), TermHash.FromBytes(reader.GetFieldValue<byte[]>(3)));
        return builder.Build();
    }

    /// <summary>The passages of each claim, in the order asked for.</summary>
    public static IReadOnlyList<IReadOnlyList<StoredPassage>> Of(KnowledgeGeneration generation, IReadOnlyList<int> claims) =>
        generation.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = SelectOfClaim;
            var number = command.Parameters.Add("$claim", SqliteType.Integer);
            return claims.Select(claim =>
            {
                number.Value = claim;
                var passages = new List<StoredPassage>();
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    passages.Add(new StoredPassage(
                        reader.GetString(0),
                        (ScriptGroup)reader.GetInt32(1),
                        reader.GetString(2),
                        TermHash.FromBytes(reader.GetFieldValue<byte[]>(3)).ToArray(),
                        reader.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
                }
                return (IReadOnlyList<StoredPassage>)passages;
            }).ToList();
        });

    /// <summary>The ids of claims by number.</summary>
    public static IReadOnlyDictionary<int, string> Ids(KnowledgeGeneration generation, IReadOnlyList<int> numbers) =>
        generation.Read(connection => connection
            .Query<(int Number, string Id)>(SelectIds, new { numbers })
            .ToDictionary(pair => pair.Number, pair => pair.Id));
}
