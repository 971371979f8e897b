using Dapper;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Storage;

namespace FactChecking.Evaluation;

/// <summary>A third of the wordings of the curated claims as messages, and a database without them.</summary>
internal static class CuratedFold
{
    public const int Count = 3;

    private const string SelectWordings = """
        select claims.id, passages.text
        from passages
        join claims on claims.number = passages.claim_number
        where passages.field = 'variant' and passages.ordinal % @Count = @fold
        """;

    private const string DeleteWordings = "delete from passages where field = 'variant' and ordinal % @Count = @fold";

    public static async Task<(SqliteFile File, IReadOnlyList<LabelledMessage> Messages)> CreateAsync(string data, string work, int fold)
    {
        var file = new SqliteFile(Path.Combine(work, $"curated-{fold}.db"));
        var publisher = new KnowledgePublisher(file, TimeProvider.System);
        await publisher.LoadAsync(new DataFolder(data), CancellationToken.None);
        List<LabelledMessage> messages = [];
        publisher.Publish((connection, transaction) =>
        {
            messages = [.. connection.Query<(string Claim, string Text)>(SelectWordings, new { Count, fold }, transaction)
                .Select(row => new LabelledMessage(row.Text, row.Text) { Answers = [row.Claim] })];
            connection.Execute(DeleteWordings, new { Count, fold }, transaction);
        });
        return (file, messages);
    }
}
