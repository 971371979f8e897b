using System.Text.Json.Nodes;
using BotHost.Tests.Pages;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

/// <summary>From a pick on the chat page to a variant in a claim's file, beside the running program.</summary>
public sealed class VariantsCommandTests : IDisposable
{
    private const string Unclear = "Biolabs in Ukraine, my uncle says so @uncle_bob";
    private const string Wording = "Biolabs in Ukraine, my uncle says so …";

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public VariantsCommandTests() => _data = DataCopy.To(_folder.File("data"));

    [Fact]
    public async Task What_a_person_picks_is_listed_accepted_into_the_claims_file_and_can_be_removed()
    {
        await using var host = await RunningHost.StartAsync(_folder.File("knowledge.db"), _data);
        await PickAsync(host);

        var listed = JsonNode.Parse((await RunAsync("list", "--json")).Output)!; // one proposal, one line
        var claim = (string)listed["claim"]!; // it names its claim
        Assert.StartsWith("C-BIOLABS", claim, StringComparison.Ordinal);
        Assert.Equal(("en", Wording, 1L), ((string?)listed["language"], (string?)listed["text"], (long)listed["confirmed"]!));
        Assert.NotEmpty((await RunAsync("list", "--claim", claim)).Output);
        Assert.Empty((await RunAsync("list", "--claim", "C-COUP")).Output);
        Assert.Equal(
            ["number", "claim", "language", "text", "confirmed", "first_day", "last_day"], listed.AsObject().Select(property => property.Key));

        var file = Path.Combine(_data, "claims", $"{claim}.yaml");
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunAsync("accept", $"{listed["number"]}")).ExitCode);
        var after = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(before, after.Replace($"  - language: en\n    form: full\n    origin: confirmed\n    synthetic: false\n    text: \"{Wording}\"\n", "", StringComparison.Ordinal));
        Assert.NotEqual(before, after);
        Assert.Empty((await RunAsync("list")).Output);
        await Eventually.TrueAsync(
            () => host.Log.Lines.Any(line => line.Contains("Answers come from generation 2", StringComparison.Ordinal)), "the program moved on to it");

        Assert.Equal(0, (await RunAsync("remove", claim, Wording)).ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_rejected_proposal_is_gone()
    {
        await using var host = await RunningHost.StartAsync(_folder.File("knowledge.db"), _data);
        await PickAsync(host);

        var listed = (await RunAsync("list")).Output;
        Assert.Contains("1x  ", listed, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("reject", listed.Split(' ')[0])).ExitCode);

        Assert.Empty((await RunAsync("list")).Output);
        Assert.Equal(1, (await RunAsync("reject", listed.Split(' ')[0])).ExitCode);
    }

    [Theory]
    [InlineData(1, "accept", "7")]
    [InlineData(1, "remove", "C-NATO20", "words that no variant has")]
    [InlineData(1, "remove", "C-NOWHERE", "words")]
    [InlineData(2, "accept")]
    [InlineData(2, "accept", "seven")]
    [InlineData(2, "unknown")]
    public async Task What_cannot_be_done_is_told(int exitCode, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task PickAsync(RunningHost host)
    {
        var asked = await (await host.OpenAsync()).SendAsync(Unclear);
        Assert.NotNull((await asked.PressAsync(asked.Choices()[0])).Reply());
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => BuiltProgram.RunAsync(
        ["variants", .. arguments, "--db", _folder.File("knowledge.db")], _data, RunningHost.BotDatabaseBeside(_folder.File("knowledge.db")));
}
