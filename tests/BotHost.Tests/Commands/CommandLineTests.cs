using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

/// <summary>The verbs as others call them: what stands on standard output, and the exit codes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Check_prints_the_whole_answer_as_JSON()
    {
        var (exitCode, output, _) = await RunAsync("check", "乌克兰政府对顿巴斯俄语居民搞种族灭绝已经八年了", "--json");

        var answer = JsonNode.Parse(output)!.AsObject();
        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["decision", "language", "text", "claims", "stance", "origin", "citations", "composer", "rejected"],
            answer.Select(property => property.Key));
        Assert.Equal("zh-Hans", (string?)answer["language"]);
        Assert.Equal("C-GENOCIDE", (string?)answer["claims"]![0]);
        Assert.Equal("asserts", (string?)answer["stance"]);
        Assert.Equal(["chains", "outlets", "agreements"], answer["origin"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["marker", "document", "url", "quote"], answer["citations"]![0]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Records_that_were_imported_are_matched_line_by_line()
    {
        var records = _folder.File("records.jsonl");
        var queries = _folder.File("queries.jsonl");
        await File.WriteAllTextAsync(records, """
            {"id":"r1","lang":"en","title":"Lemon water cures diabetes overnight","text":"No drink cures diabetes.","url":"https://check.example/1","more":"ignored"}
            {"id":"r2","lang":"zh-tw","title":"","text":"網傳明天起全國高速公路免費通行三個月並非事實"}
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(queries, """
            {"id":"q1","lang":"en","text":"Doctors hide it: lemon water cures diabetes overnight!"}
            {"id":"q2","lang":"en","text":"The weather was fine on Tuesday"}
            """, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await RunAsync("import", records, "--format", "records")).ExitCode);
        var (exitCode, output, _) = await RunAsync("match", "--queries", queries, "--top", "1");

        Assert.Equal(0, exitCode);
        var lines = output.Trim().Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["q1", "q2"], lines.Select(line => (string?)line["id"]));
        Assert.All(lines, line => Assert.Equal(["id", "decision", "ms", "matches"], line.Select(property => property.Key)));
        Assert.Equal("r1", (string?)lines[0]["matches"]![0]!["id"]);
        Assert.InRange((double)lines[0]["matches"]![0]!["probability"]!, 0.5, 1);
        Assert.Equal("none", (string?)lines[1]["decision"]);
    }

    [Fact]
    public async Task Validate_notes_a_variant_that_is_not_searched_and_finds_no_fault_in_it()
    {
        var data = DataCopy.To(_folder.File("data"));
        var file = Path.Combine(data, "claims", "C-NATO20.yaml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file,
            text.Replace("variants:\n", "variants:\n  - {language: en, form: full, origin: drafted, synthetic: true, text: One in five wants NATO}\n  - {language: en, form: full, origin: curated, synthetic: true, text: one in five wants nato!}\n", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await RunAsync("validate", data);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^claims/C-NATO20\.yaml:\d+: note: variants\[0\] is not searched: it says the same as variants\[1\]\s*$", output);
        Assert.StartsWith("No faults.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "check", "--bogus")]
    [InlineData(2, "check", "some text", "--language", "de")]
    [InlineData(2, "import", "file.jsonl", "--format", "nonsense")]
    [InlineData(2, "match", "--top", "3")]
    [InlineData(2, "nonsense")]
    [InlineData(1, "import", "not-there.jsonl", "--format", "records")]
    [InlineData(1, "validate", "not-there")]
    [InlineData(0, "check", "--help")]
    [InlineData(0, "validate")]
    public async Task Exit_codes_tell_arguments_from_work(int expected, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal(expected, exitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        if (expected == 2)
        {
            Assert.Empty(output);
            Assert.NotEmpty(error);
        }
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        BuiltProgram.RunAsync([.. arguments, "--db", _folder.File("knowledge.db")]);
}
