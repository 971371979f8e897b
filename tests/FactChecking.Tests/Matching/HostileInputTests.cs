using System.Text;
using CsCheck;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Matching.Candidates;
using FactChecking.Matching.Index;
using FactChecking.Messages;
using FactChecking.Tests.Support;
using FactChecking.TextAnalysis;

namespace FactChecking.Tests.Matching;

/// <summary>Nothing that a person can send throws, gets an answer that contradicts itself, or costs without bound.</summary>
public sealed class HostileInputTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>
{
    private const int Count = 5;
    private const int MaxTerms = 8_192;
    private const int LongestFolded = 5_000;

    // Pieces that programs stumble over, between pieces of ordinary words.
    private static readonly Gen<string> Piece = Gen.OneOf<string>(
        Gen.String,
        Gen.String[Gen.Char['\uD800', '\uDFFF'], 0, 6],
        Gen.String[Gen.Char['\u0300', '\u036F'], 0, 80],
        Gen.String[Gen.OneOf('\u0000', '\uFFFE', '\uFFFF', '\uFFFD', '\u200B', '\u200D', '\u202E', '\u2066', '\uFEFF', '\uFDFA', '\u3316', '\u0130'), 0, 20],
        Gen.String[Gen.Char['\u4E00', '\u9FFF'], 0, 30],
        Gen.String[Gen.OneOf('"', '\'', '*', '(', ')', '[', ']', '{', '}', '^', '%', ';', '-', '+', ':', '\\', '#', '/', '.', ',', '一', '万', '9'), 0, 20],
        Gen.OneOf("😀", "🇺🇦", "👨‍👩‍👧‍👦", " NEAR(", " OR ", "https://", "www.", "t.me/", "#", "1,000.5", "NATO", "biolabs", "Украина", "біолабораторії", "乌克兰", "\r\n"));

    private static readonly Gen<string> Message = Piece.Array[0, 40].Select(string.Concat);

    public static TheoryData<string> Fixed { get; } =
    [
        "",
        " ",
        "\0",
        "\uFFFE",
        "\uD83D",
        "\uDE00\uD83D",
        "a\uD800b 😀 c",
        "\u202Egnidaer\u202C \u2066sdrow\u2069",
        "\u200B\u200C\u200D\uFEFF",
        Repeated("😀", 4_096),
        Repeated("a\u0301\u0316", 4_096),
        $"e{new string('\u0301', 100_000)}",
        $"e{Repeated("\u0316\u0301", 100_000)}",
        new string('\uFDFA', 100_000),
        new string('\u3316', 100_000),
        new string('a', 4_096),
        Repeated("biolabs in Ukraine ", 100_000),
        Repeated("moscow ", 7 * 50_000),
        Repeated("乌克兰", 100_000),
        Repeated("一万", 100_000),
        new string('9', 100_000),
        Repeated("1,", 100_000),
        "1e999999 -0 NaN 99999999999999999999999999999999 0x7fffffffffffffff",
        "\" OR \"a\"* NEAR(b, 5) AND NOT ^c {text}: -d + e",
        "'; drop table claims; --",
        ".* (a+)+$ [a-z]{1,} (?<=x) \\p{L} \\",
        $"{new string('(', 50_000)}{new string(')', 50_000)}",
        $"{new string('[', 50_000)}{new string(']', 50_000)}",
        Counted(number => $"https://a.b/{number}?utm_source=x&q={number}"),
        Counted(number => $"#TagOf{number}Words"),
        Counted(number => $"@user{number}"),
        Repeated("https://", 100_000),
        $"https://a.b/?{Repeated("a=1&", 100_000)}",
        "https://\u0330\u0301x www.\u033E\u0305 https://[::1 https://a:99999999 t.me/\uD800",
        $"#{Repeated("aB", 100_000)}",
    ];

    [Fact]
    public Task Any_message_gets_a_consistent_answer() => Message.SampleAsync(AssertConsistentAsync, iter: 1_000);

    [Theory]
    [MemberData(nameof(Fixed), DisableDiscoveryEnumeration = true)]
    public Task A_message_made_to_break_it_gets_a_consistent_answer(string message) => AssertConsistentAsync(message);

    [Theory]
    [MemberData(nameof(Fixed), DisableDiscoveryEnumeration = true)]
    public void The_work_for_a_message_is_bounded(string message) => AssertBounded(Repeated($"{message} ", 1_000_000));

    [Fact]
    public void The_work_for_any_message_is_bounded() =>
        Message.Sample(message => AssertBounded(Repeated($"{message} ", 200_000)), iter: 100);

    [Fact]
    public async Task Half_a_character_at_the_end_of_a_cut_message_changes_nothing()
    {
        var matcher = new ClaimMatcher(new MatchOptions());
        const string Cut = "Biolabs of the USA in Ukraine 😀 train birds";

        var (whole, cut) = (await matcher.MatchAsync(curated.Knowledge, Cut, Count), await matcher.MatchAsync(curated.Knowledge, $"{Cut} \uD83D", Count));

        Assert.Equal(whole.Decision, cut.Decision);
        Assert.Equal(whole.Matches.Select(match => match.Claim), cut.Matches.Select(match => match.Claim));
    }

    private async Task AssertConsistentAsync(string message)
    {
        var result = await new ClaimMatcher(new MatchOptions()).MatchAsync(curated.Knowledge, message, Count);
        var reading = MessageReading.Of(new Question(message));

        Assert.True(result.Matches.Count <= Count);
        Assert.True(result.Decision == Decision.None || result.Matches.Count > 0);
        Assert.All(result.Matches, match => Assert.InRange(match.Probability, 0, 1));
        Assert.Equal(result.Matches.Count, result.Matches.DistinctBy(match => match.Claim).Count());
        Assert.Contains(reading.ReplyLanguage, ReplyLanguages.All);
    }

    private void AssertBounded(string message)
    {
        var text = AnalysedText.Of(message);
        var query = MatchQuery.Of(text, ClaimIndexReader.Of(curated.Knowledge.Current));

        Assert.InRange(text.Folded.Length, 0, LongestFolded);
        Assert.InRange(text.Terms.Count, 0, MaxTerms + 1);
        Assert.InRange(text.Words.Count, 0, LongestFolded);
        Assert.InRange(text.Numbers.Count, 0, LongestFolded / 2);
        Assert.InRange(text.Links.Count, 0, LongestFolded / 4);
        Assert.InRange(query.SearchTerms.Length, 0, ClaimIndex.MaxQueryTerms);
        Assert.InRange(query.Pairs.Count, 0, MaxTerms);
        Assert.InRange(query.Grams.All.Length, 0, 400);
    }

    private static string Repeated(string text, int length) =>
        new StringBuilder().Insert(0, text, (length / text.Length) + 1).ToString(0, length);

    private static string Counted(Func<int, string> word) => string.Join(' ', Enumerable.Range(1_000, 4_000).Select(word));
}
