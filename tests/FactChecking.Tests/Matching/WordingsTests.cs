using System.Text.Json;
using FactChecking.Answers;
using FactChecking.Matching;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Matching;

/// <summary>
/// The wordings that were set aside before the records were written: every third of the 107 that came with the first
/// records, counted in their order there. None of them is a variant.
/// </summary>
public sealed class WordingsTests(CuratedKnowledge curated, ITestOutputHelper output) : IClassFixture<CuratedKnowledge>
{
    private readonly ClaimMatcher _matcher = new(curated.Knowledge, new MatchOptions());

    [Fact]
    public void Nine_in_ten_wordings_that_were_set_aside_find_their_claim()
    {
        var wordings = Read("held_out");

        var results = wordings.Select(wording => (wording, result: _matcher.Match(wording.Text, 3))).ToList();

        foreach (var (wording, result) in results)
            output.WriteLine($"{(result.Matches.FirstOrDefault()?.Claim == wording.Claim ? "  " : "##")} {result.Decision,-6} {result.Matches.FirstOrDefault()?.Probability:0.00} {wording.Claim} <- {result.Matches.FirstOrDefault()?.Claim} | {wording.Text}");
        var found = results.Count(item => item.result.Decision is Decision.Answer or Decision.Ask && item.result.Matches[0].Claim == item.wording.Claim);
        var wrong = results.Count(item => item.result.Decision == Decision.Answer && item.result.Matches[0].Claim != item.wording.Claim);
        output.WriteLine($"{found} of {results.Count}, {wrong} wrong answers");
        Assert.True(found >= 0.9 * results.Count, $"{found} of {results.Count}");
        Assert.True(wrong <= 1, $"{wrong} wrong answers");
    }

    [Theory]
    [InlineData("no_match")]
    [InlineData("not_checkable")]
    [InlineData("hard_negatives")]
    public void Dump(string file)
    {
        foreach (var wording in Read(file))
        {
            var result = _matcher.Match(wording.Text, 3);
            output.WriteLine($"{result.Decision,-6} {result.Matches.FirstOrDefault()?.Probability:0.00} {result.Matches.FirstOrDefault()?.Claim} | {wording.Text}");
        }
    }

    private static List<Wording> Read(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Wordings", $"{name}.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Wording>(line, FactCheckingJson.Plain)!)]; // a line holds an object

    private sealed record Wording(string Text, string? Claim);
}
