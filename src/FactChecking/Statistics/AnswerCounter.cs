using Dapper;
using FactChecking.Answers;
using FactChecking.Intake;
using Microsoft.Data.Sqlite;

namespace FactChecking.Statistics;

/// <summary>
/// Counts answers, each with the call that brings it: both or neither. Many answers of a commit are counted alike, and are
/// written as one.
/// </summary>
internal sealed class AnswerCounter(BotDatabase database) : ICommitPart
{
    private const string AddDecisions = """
        insert into weekly_decisions (week, place, language, decision, count) values (@Week, @Place, @Language, @Decision, @Count)
        on conflict (week, place, language, decision) do update set count = count + excluded.count
        """;

    private const string AddClaims = """
        insert into weekly_claims (week, claim_id, count) values (@Week, @Claim, @Count)
        on conflict (week, claim_id) do update set count = count + excluded.count
        """;

    private readonly Dictionary<(string Week, string Place, string Language, string Decision), int> _decisions = [];
    private readonly Dictionary<(string Week, string Claim), int> _claims = [];

    /// <summary>Counts an answer. To be called where the database does its work, with the call that brings it.</summary>
    public void Count(CountedAnswer answer, DateTimeOffset now)
    {
        database.WriteAtCommit(this);
        var week = Week.Of(now);
        // A sticker or an empty message is no question.
        if (answer.Decision is { } decision and not Decision.NothingToCheck)
            Add(_decisions, (week, StatisticsStore.Word(answer.Place), answer.Language, StatisticsStore.Word(decision)));
        if (answer.Claim is { } claim)
            Add(_claims, (week, claim));
    }

    public void Write(SqliteConnection connection)
    {
        foreach (var ((week, place, language, decision), count) in _decisions)
            connection.Execute(AddDecisions, new { Week = week, Place = place, Language = language, Decision = decision, Count = count });
        foreach (var ((week, claim), count) in _claims)
            connection.Execute(AddClaims, new { Week = week, Claim = claim, Count = count });
    }

    public void Clear()
    {
        _decisions.Clear();
        _claims.Clear();
    }

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
