using FactChecking.Curation.Publishing;

namespace FactChecking.Benchmarks;

/// <summary>
/// A set for machines that have none: invented words whose frequencies follow Zipf's law, records about as long as a
/// headline and a summary, and messages made of two thirds of a record's words and some others.
/// </summary>
internal static class SyntheticSet
{
    private const int Vocabulary = 60_000;
    private const int Records = 20_000;
    private const int Messages = 500;

    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu", "bra", "cle", "dri", "flo", "gru"];

    public static BenchmarkSet Create()
    {
        var random = new Random(BenchmarkSet.Seed);
        var words = Enumerable.Range(0, Vocabulary).Select(Word).ToArray();
        var records = Enumerable.Range(0, Records)
            .Select(number => new ImportRecord($"made-{number}", "en", Text(random, words, 6, 14), Text(random, words, 15, 45), null, null, null, null))
            .ToList();
        var messages = Enumerable.Range(0, Messages)
            .Select(_ => records[random.Next(records.Count)])
            .Select(record => $"{record.Title} {record.Text}".Split(' ').Where(_ => random.Next(3) > 0))
            .Select(kept => $"{string.Join(' ', kept)} {Text(random, words, 2, 8)}")
            .ToList();
        return new BenchmarkSet("synthetic", records, messages);
    }

    private static string Text(Random random, string[] words, int fewest, int max) =>
        string.Join(' ', Enumerable.Range(0, random.Next(fewest, max + 1)).Select(_ => words[Rank(random)]));

    // The inverse of the distribution function of Zipf's law with exponent 1, which is logarithmic.
    private static int Rank(Random random) => (int)Math.Pow(Vocabulary, random.NextDouble()) - 1;

    private static string Word(int rank)
    {
        var word = "";
        for (var rest = rank; rest > 0 || word.Length < 4; rest /= Syllables.Length)
            word += Syllables[rest % Syllables.Length];
        return word;
    }
}
