using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FactChecking.Foundation;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Answers;

/// <summary>What the reply on a claim must hold, and what it must never say.</summary>
public sealed partial class CompetencyTests(CuratedFactChecker curated) : IClassFixture<CuratedFactChecker>
{
    public static TheoryData<string> Questions =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Wordings", "competency.jsonl"))];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_reply_holds_the_expected_facts_and_no_others(string line)
    {
        var question = JsonSerializer.Deserialize<CompetencyQuestion>(line, FactCheckingJson.Plain)!; // a line holds an object

        var answer = await curated.FactChecker.CheckAsync(new Question(question.Message), TestContext.Current.CancellationToken);

        Assert.Equal(Decision.Answer, answer.Decision);
        var text = WebUtility.HtmlDecode(Tag().Replace(answer.Text, ""));
        Assert.All(question.Holds, fact => Assert.Contains(fact, text, StringComparison.Ordinal));
        Assert.All(question.Never, words => Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase));
        if (question.Agreements is { } agreements)
            Assert.Equal(agreements, answer.Origin.Agreements);
    }

    private sealed record CompetencyQuestion(string Id, string Message, string[] Holds, string[] Never, string[]? Agreements);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
