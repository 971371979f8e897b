using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

/// <summary>The verbs import, export and drafts of the built program.</summary>
public sealed class ImportExportCommandTests : IDisposable
{
    private const string Reviews = """
        {"@graph":[
          {"@type":"ClaimReview","claimReviewed":"Cats play the violin","url":"https://checkers.org/cats","author":{"name":"Checkers"},"reviewRating":{"alternateName":"Fake"}},
          {"@type":"ClaimReview","claimReviewed":"Only 20% of Ukrainians support joining NATO","url":"https://checkers.org/nato"},
          {"@type":"ClaimReview","claimReviewed":"Dogs read","url":"https://www.waronfakes.com/dogs"}]}
        """;

    private const string Feed = """
        <rss version="2.0"><channel><title>StopFake</title><link>https://www.stopfake.org/en/</link><description>d</description>
        <item><title>Fake: hedgehogs build a pipeline to Jupiter</title><link>https://www.stopfake.org/en/hedgehogs</link></item></channel></rss>
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public ImportExportCommandTests() => _data = DataCopy.To(_folder.File("data"));

    [Fact]
    public async Task Reviews_are_previewed_imported_answered_from_and_exported_again()
    {
        var file = Write("reviews.json", Reviews);
        string[] import = ["import", file, "--format", "claimreview", "--source", "Checkers", "--licence", "CC-BY-4.0"];

        var preview = await RunAsync([.. import, "--preview"]);
        Assert.Equal(1, preview.ExitCode);
        Assert.Contains("like C-NATO20, by its words", preview.Output, StringComparison.Ordinal);
        Assert.Contains("reviews.json: 1 added, 1 added, likely duplicates, 1 refused", preview.Output, StringComparison.Ordinal);

        var refused = await RunAsync(import);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("reviews.json, item 3: url: waronfakes.com poses as a fact-checker", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);

        var imported = await RunAsync([.. import, "--leave-out-faulty"]);
        Assert.Equal((0, "reviews.json: 2 records\n"), (imported.ExitCode, imported.Output));
        Assert.Contains("left out: reviews.json, item 3", imported.Error, StringComparison.Ordinal);

        Assert.Contains("Fake", (await RunAsync("check", "My uncle: cats play the violin!")).Output, StringComparison.Ordinal);
        var exported = JsonNode.Parse((await RunAsync("export", "--format", "claimreview")).Output)!["@graph"]!.AsArray(); // an object with a list
        Assert.Equal(["Checkers", "checkers.org"], exported.Select(review => (string?)review!["author"]!["name"]));
        Assert.All(exported, review => Assert.Equal("BotHost", (string?)review!["sdPublisher"]!["name"]));
    }

    [Fact]
    public async Task A_table_is_imported_by_a_mapping_and_exported_as_one()
    {
        var file = Write("table.csv", "Behauptung;Adresse\n=1+1 is three;https://checkers.org/1\n");

        var imported = await RunAsync("import", file, "--format", "csv", "--map", "title=Behauptung,url=Adresse", "--source", "Checkers", "--licence", "MIT");
        var csv = _folder.File("out.csv");
        await RunAsync("export", "--format", "csv", "--output", csv);

        Assert.Equal((0, "table.csv: 1 records\n"), (imported.ExitCode, imported.Output));
        Assert.Contains(",'=1+1 is three,", await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_of_an_allowed_publisher_becomes_drafts_to_accept_or_reject()
    {
        string[] import = ["import", Write("feed.xml", Feed), "--format", "feed", "--licence", "CC-BY-4.0"];
        Assert.Contains("add it to Exchange:FeedHosts", (await RunAsync(import)).Error, StringComparison.Ordinal);

        var allowed = await RunAsync(import, ("Exchange__FeedHosts", "stopfake.org"));
        Assert.Equal(0, allowed.ExitCode);
        Assert.Contains("feed.xml: 1 drafts", allowed.Output, StringComparison.Ordinal);
        var draft = JsonNode.Parse((await RunAsync("drafts", "list", "--json")).Output)!; // one draft, one line
        Assert.DoesNotContain("hedgehogs build", (await RunAsync("check", "Hedgehogs build a pipeline to Jupiter")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("drafts", "accept", $"{draft["number"]}", "--claim", "Hedgehogs build a pipeline to Jupiter", "--rating", "Fake")).ExitCode);

        Assert.Contains("StopFake", (await RunAsync("check", "Hedgehogs build a pipeline to Jupiter")).Output, StringComparison.Ordinal);
        Assert.Empty((await RunAsync("drafts", "list")).Output);
        Assert.Equal(1, (await RunAsync("drafts", "reject", $"{draft["number"]}")).ExitCode);
    }

    [Fact]
    public async Task The_data_folder_leaves_as_an_archive_and_comes_back()
    {
        var archive = _folder.File("data.zip");
        Assert.Equal(0, (await RunAsync("export", "--format", "data", "--output", archive)).ExitCode);
        var policy = Path.Combine(_data, "outlet_policies", "PL-WOF.yaml");
        var before = await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken);
        File.Delete(policy);

        Assert.Contains("added  outlet_policies/PL-WOF.yaml", (await RunAsync("import", archive, "--format", "data", "--preview")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(policy));
        Assert.Equal(0, (await RunAsync("import", archive, "--format", "data")).ExitCode);

        Assert.Equal(before, await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("claims", "\"@type\":\"Claim\"")]
    [InlineData("stix", "\"spec_version\":\"2.1\"")]
    public async Task Claims_leave_in_the_forms_that_analysts_read(string format, string sign)
    {
        var exported = await RunAsync("export", "--format", format);

        Assert.Equal(0, exported.ExitCode);
        Assert.Contains(sign, JsonNode.Parse(exported.Output)!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ClaimReview", exported.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "import", "x.json", "--format", "claimreview", "--licence", "no licence at all")]
    [InlineData(2, "import", "x.csv", "--format", "csv", "--map", "title")]
    [InlineData(2, "import", "x.jsonl", "--format", "records", "--preview")]
    [InlineData(2, "import", "x.json", "--format", "stix")]
    [InlineData(1, "import", "nowhere.json", "--format", "claimreview")]
    [InlineData(1, "import", "nowhere.zip", "--format", "data")]
    [InlineData(1, "drafts", "accept", "7")]
    public async Task What_cannot_be_done_is_told(int exitCode, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string text)
    {
        var file = _folder.File(name);
        File.WriteAllText(file, text);
        return file;
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] settings) => BuiltProgram.RunAsync(
        arguments, _data, _folder.File("bot.db"),
        more: new Dictionary<string, string>(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))) { ["Knowledge__Database"] = _folder.File("knowledge.db") });
}
