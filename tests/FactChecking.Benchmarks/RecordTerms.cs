using Dapper;
using FactChecking.Matching.Index;
using FactChecking.Storage;
using FactChecking.TextAnalysis;

namespace FactChecking.Benchmarks;

/// <summary>
/// The terms of records and messages for engines that want words: the matcher's own, hashed and written as hexadecimal
/// digits, so that all engines search for the same.
/// </summary>
internal static class RecordTerms
{
    /// <summary>Candidates that an engine is asked for.</summary>
    public const int Candidates = 50;

    private const string SelectTerms = "select claim_number as Claim, terms as Terms from passages order by claim_number, ordinal";

    /// <summary>Every record's terms, separated by spaces.</summary>
    public static IEnumerable<(long Record, string Terms)> Of(SqliteFile records)
    {
        using var connection = records.OpenForReading();
        var current = 0L;
        var words = new List<string>();
        foreach (var (record, terms) in connection.Query<(long, byte[])>(SelectTerms, buffered: false))
        {
            if (record != current && words.Count > 0)
            {
                yield return (current, string.Join(' ', words));
                words.Clear();
            }
            current = record;
            words.AddRange(TermHash.FromBytes(terms).ToArray().Select(Word));
        }
        yield return (current, string.Join(' ', words));
    }

    /// <summary>The distinct terms of a message, as many as the matcher searches for.</summary>
    public static IEnumerable<string> Of(string message) =>
        AnalysedText.Of(message).Terms.Distinct().Take(ClaimIndex.MaxQueryTerms).Select(term => Word(TermHash.Of(term)));

    private static string Word(uint hash) => hash.ToString("x8");
}
