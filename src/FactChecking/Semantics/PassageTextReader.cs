using Dapper;
using FactChecking.Knowledge;

namespace FactChecking.Semantics;

/// <summary>Reads what there is to embed in a generation, a little at a time: answers read from the same connection.</summary>
internal static class PassageTextReader
{
    private const int PageSize = 1000;

    private const string SelectPage = """
        select claim_number as claim, ordinal, text
        from passages
        where (claim_number, ordinal) > (@Claim, @Ordinal)
        order by claim_number, ordinal
        limit @PageSize
        """;

    private const string SelectText = "select text from passages where claim_number = @Claim and ordinal = @Ordinal";

    /// <summary>All passages, in the order of the claims.</summary>
    public static IEnumerable<PassageText> All(KnowledgeGeneration generation)
    {
        var last = new PassagePlace(int.MinValue, 0);
        while (true)
        {
            var rows = generation.Read(connection => connection.Query<Row>(SelectPage, new { last.Claim, last.Ordinal, PageSize }).AsList());
            foreach (var row in rows)
                yield return new PassageText(last = new PassagePlace((int)row.Claim, (int)row.Ordinal), row.Text);
            if (rows.Count < PageSize)
                yield break;
        }
    }

    /// <summary>The passages at these places.</summary>
    public static IReadOnlyList<PassageText> At(KnowledgeGeneration generation, IReadOnlyCollection<PassagePlace> places) =>
        generation.Read(connection => places
            .Select(place => new PassageText(place, connection.QuerySingle<string>(SelectText, new { place.Claim, place.Ordinal })))
            .ToList());

    private sealed record Row(long Claim, long Ordinal, string Text);
}
