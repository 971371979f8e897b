using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

/// <summary>The probabilities fitted to matches of one's own, from the file of pairs to what a message is then told.</summary>
public sealed class CalibrateCommandTests : IDisposable
{
    private const int Records = 40;

    private static readonly string[] s_things = ["lemon", "garlic", "silver", "honey", "copper", "walnut", "ginger", "barley"];
    private static readonly string[] s_ailments = ["diabetes", "asthma", "migraine", "arthritis", "insomnia"];

    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("knowledge.db");

    private string Calibration => _folder.File("calibration.json");

    [Fact]
    public async Task What_was_fitted_is_in_the_table_the_file_and_the_explanation()
    {
        await ImportAsync();
        await File.WriteAllTextAsync(_folder.File("pairs.jsonl"), Pairs(), TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await RunAsync("calibrate", _folder.File("pairs.jsonl"));

        Assert.Equal((0, ""), (exitCode, exitCode == 0 ? "" : error));
        var row = output.Split('\n').Single(line => line.StartsWith("en ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["en", "40", "4", "0", "0", "40"], row[..6]);
        Assert.True(double.Parse(row[8]) < double.Parse(row[7]), $"the error did not get less: {output}");
        var shift = (double)JsonNode.Parse(await File.ReadAllTextAsync(Calibration, TestContext.Current.CancellationToken))!["languages"]!["en"]!["shift"]!;
        Assert.True(shift < 0, $"{shift}");
        var explained = await RunAsync("check", Message(1), "--explain");
        Assert.Contains($"Calibrated by this bot's own matches: {shift:+0.00;-0.00} for messages in en", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_and_a_dry_run_writes_nothing()
    {
        await ImportAsync();

        var (exitCode, output, _) = await BuiltProgram.RunAsync(["calibrate", "-", "--dry-run", "--db", Database], calibration: Calibration, input: Pairs());

        Assert.Equal(0, exitCode);
        Assert.Contains("\nen ", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Calibration));
    }

    [Fact]
    public async Task Few_matches_are_said_to_be_too_few()
    {
        await ImportAsync();

        var (_, output, _) = await BuiltProgram.RunAsync(
            ["calibrate", "-", "--dry-run", "--db", Database], input: Pairs()[..Pairs().IndexOf('\n', StringComparison.Ordinal)]);

        Assert.Contains("en: 1 pairs are fewer than 30; it keeps the shipped intercept.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_pair_leaves_the_file_as_it_was()
    {
        await File.WriteAllTextAsync(_folder.File("pairs.jsonl"), Pairs() + "{\"text\": \"no claim\"}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Calibration, "as it was", TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await RunAsync("calibrate", _folder.File("pairs.jsonl"));

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("pairs.jsonl:41: claim: is missing", error, StringComparison.Ordinal);
        Assert.Contains("pairs.jsonl:41: confirmed: is missing", error, StringComparison.Ordinal);
        Assert.Equal("as it was", await File.ReadAllTextAsync(Calibration, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("check", "Only 20% of Ukrainians want to join NATO")]
    public async Task A_calibration_that_cannot_be_used_is_refused_at_the_start(params string[] arguments)
    {
        await File.WriteAllTextAsync(Calibration, """{"match_model": "0123", "languages": {}}""", TestContext.Current.CancellationToken);

        var (exitCode, _, error) = await RunAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{Calibration} was made for other weights of the matcher", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Message(int record) =>
        $"They never tell you what {s_things[record % 8]} water does about {s_ailments[record % 5]} at night";

    private static string Pairs() => string.Concat(Enumerable.Range(0, Records).Select(record =>
        JsonSerializer.Serialize(new { text = Message(record), lang = "en", claim = $"r{record}", confirmed = record % 10 == 0 }) + "\n"));

    private async Task ImportAsync()
    {
        await File.WriteAllLinesAsync(_folder.File("records.jsonl"), Enumerable.Range(0, Records).Select(record =>
            JsonSerializer.Serialize(new { id = $"r{record}", lang = "en", title = $"Drinking {s_things[record % 8]} water cures {s_ailments[record % 5]} overnight" })), TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await RunAsync("import", _folder.File("records.jsonl"), "--format", "records");
        Assert.Equal((0, ""), (exitCode, exitCode == 0 ? "" : error));
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        BuiltProgram.RunAsync([.. arguments, "--db", Database], calibration: Calibration);
}
