using Dapper;
using FactChecking.Knowledge;
using FactChecking.Matching.Passages;

namespace FactChecking.Matching.Stories;

/// <summary>Reads what tells stories apart.</summary>
internal static class StoryReader
{
    // What checked an earlier version is older than this one.
    private const string SelectClaim = """
        select number as Number, parent as Parent, "when" as "When",
            (select documents.date
                from debunks
                join documents on documents.id = debunks.document_id
                where debunks.claim_id = claims.id and debunks.scope = 'same_claim' and documents.date is not null
                order by debunks.ordinal
                limit 1) as Checked
        from claims
        where id = @claim
        """;

    /// <summary>The story of a claim; null when the generation does not hold it.</summary>
    public static ClaimStory? Find(KnowledgeGeneration generation, string claim) =>
        generation.Cached((typeof(ClaimStory), claim), () =>
            generation.Read(connection => connection.QuerySingleOrDefault<Row>(SelectClaim, new { claim })) is { } row
                ? new ClaimStory(
                    claim,
                    row.Parent,
                    ClaimDate.Of(row.When) ?? ClaimDate.Of(row.Checked),
                    HeadsOf(PassageReader.Of(generation).Of((int)row.Number).All))
                : null);

    // Of a curated claim its sentence, of an imported one its title, else what it has. The titles of what checked a curated
    // claim are left out: one document may check several.
    private static IReadOnlyList<StoredPassage> HeadsOf(IReadOnlyList<StoredPassage> passages)
    {
        foreach (var field in (PassageField[])[PassageField.Claim, PassageField.Title, PassageField.Summary])
        {
            var heads = passages.Where(passage => passage.Field == field).ToList();
            if (heads.Count > 0)
                return heads;
        }
        return [];
    }

    private sealed record Row(long Number, string? Parent, string? When, string? Checked);
}
