using System.Globalization;
using System.Text;

namespace FactChecking.Benchmarks;

/// <summary>What messages cost that were made to be expensive, as a ratio to the median of ordinary ones.</summary>
internal static class HostileCost
{
    private const int Repetitions = 9;
    private const int LongMessage = 4_096;
    private const int Book = 100_000;

    public static void Print(ISearchEngine engine, IReadOnlyList<string> messages)
    {
        var ordinary = messages.Select(message => Cost(engine, message)).Order().ElementAt(messages.Count / 2);
        Console.WriteLine();
        Console.WriteLine("hostile message                        ms   by the median of ordinary ones");
        foreach (var (name, message) in Messages(messages))
        {
            var cost = Cost(engine, message);
            Console.WriteLine($"{name,-32} {cost,8:0.00} {cost / ordinary,6:0.0}");
        }
    }

    // The fastest of several: what is more is somebody else's work on the same machine.
    private static double Cost(ISearchEngine engine, string message) =>
        Enumerable.Range(0, Repetitions).Min(_ => LatencyReport.Milliseconds(engine, message));

    private static IEnumerable<(string Name, string Message)> Messages(IReadOnlyList<string> ordinary)
    {
        var real = string.Join(' ', ordinary);
        yield return ("ordinary words, 4,096 characters", real[..Math.Min(real.Length, LongMessage)]);
        yield return ("ordinary words, 100,000", Repeated(real, Book));
        yield return ("one word 50,000 times", Repeated("moscow ", 7 * 50_000));
        yield return ("different numbers, 4,096", Counted(number => number.ToString(CultureInfo.InvariantCulture), LongMessage));
        yield return ("different words, 100,000", Counted(number => $"w{number:x}", Book));
        yield return ("different links, 4,096", Counted(number => $"https://a.b/{number}?utm_source=x&c={number}", LongMessage));
        yield return ("different links, 100,000", Counted(number => $"https://a.b/{number}?utm_source=x&c={number}", Book));
        yield return ("links without end, 100,000", Repeated("https://", Book));
        yield return ("parameters of one link, 100,000", $"https://a.b/?{Repeated("a=1&", Book)}");
        yield return ("hashtags, 100,000", Counted(number => $"#TagOf{number}Words", Book));
        yield return ("one hashtag, 100,000", $"#{Repeated("aB", Book)}");
        yield return ("Han characters, 4,096", Han(LongMessage));
        yield return ("Han characters, 100,000", Han(Book));
        yield return ("Han numerals, 100,000", Repeated("一万", Book));
        yield return ("one number, 100,000 digits", new string('9', Book));
        yield return ("one number, 50,000 commas", Repeated("1,", Book));
        yield return ("accented letters, 100,000", Repeated("é ñ", Book));
        yield return ("combining marks, 100,000", $"a{new string('\u0301', Book)}");
        yield return ("reordered marks, 100,000", $"a{Repeated("\u0316\u0301", Book)}");
        yield return ("expanding characters, 100,000", new string('\uFDFA', Book));
        yield return ("squared words, 100,000", new string('\u3316', Book));
        yield return ("lone surrogates, 100,000", new string('\uD800', Book));
        yield return ("emoji, 100,000", Repeated("😀", Book));
        yield return ("zero-width, 100,000", new string('\u200B', Book));
        yield return ("nested brackets, 100,000", new string('(', Book));
        yield return ("operators, 100,000", Repeated("\"a\" OR NEAR(b*) -- ' ; ", Book));
    }

    private static string Repeated(string text, int length) =>
        new StringBuilder().Insert(0, text, (length / text.Length) + 1).ToString(0, length);

    private static string Counted(Func<int, string> word, int length)
    {
        var text = new StringBuilder();
        for (var number = 1000; text.Length < length; number++)
            text.Append(word(number)).Append(' ');
        return text.ToString(0, length);
    }

    // A stride that is prime to the block, so that nearly all pairs are different.
    private static string Han(int length) =>
        string.Create(length, 0, (text, _) =>
        {
            for (var index = 0; index < text.Length; index++)
                text[index] = (char)('\u4E00' + ((long)index * 7919 * (1 + (index / 20_000)) % 20_000));
        });
}
