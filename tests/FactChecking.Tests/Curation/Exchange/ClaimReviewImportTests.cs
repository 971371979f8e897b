using System.Text;
using System.Text.Json.Nodes;
using FactChecking.Curation.Exchange.ClaimReviews;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Tests.Curation.Exchange;

public sealed class ClaimReviewImportTests
{
    private const string Whole = """
        {
          "@context": "https://schema.org",
          "@type": "ClaimReview",
          "claimReviewed": "The moon is made of green cheese",
          "headline": "No, the moon is not made of cheese",
          "url": "https://www.checkers.org/moon",
          "datePublished": "2025-03-04",
          "inLanguage": "en",
          "author": { "@type": "Person", "name": "R. Porter" },
          "publisher": { "@type": "Organization", "name": "Checkers", "url": "https://www.checkers.org" },
          "reviewRating": { "@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "Pants on fire!" },
          "itemReviewed": {
            "@type": "Claim",
            "author": { "@type": "Organization", "name": "Dairy Board" },
            "datePublished": "2025-03-01",
            "appearance": [ { "url": "https://dairy.example/1" }, "https://dairy.example/2" ],
            "firstAppearance": { "@type": "CreativeWork", "url": "https://dairy.example/0" }
          },
          "sdLicense": "https://creativecommons.org/licenses/by-sa/4.0/",
          "sdPublisher": { "@type": "Organization", "name": "Fact Check Tools" }
        }
        """;

    [Fact]
    public async Task Nothing_of_a_review_is_lost_between_import_and_export()
    {
        await using var bench = await ExchangeBench.CreateAsync();

        await bench.Import.ImportAsync(ExchangeBench.Text(Whole), new ImportRequest(ExchangeFormat.ClaimReview), ExchangeBench.Cancellation);

        var review = Export(bench)["@graph"]![0]!;
        var original = JsonNode.Parse(Whole)!;
        foreach (var same in (string[])["@type", "claimReviewed", "headline", "url", "datePublished", "inLanguage", "author", "publisher"])
            Assert.True(JsonNode.DeepEquals(original[same], review[same]), same);
        Assert.Equal("Pants on fire!", (string?)review["reviewRating"]!["alternateName"]);
        Assert.Equal("Dairy Board", (string?)review["itemReviewed"]!["author"]!["name"]);
        Assert.Equal("2025-03-01", (string?)review["itemReviewed"]!["datePublished"]);
        Assert.Equal(["https://dairy.example/1", "https://dairy.example/2"], review["itemReviewed"]!["appearance"]!.AsArray().Select(page => (string?)page!["url"]));
        Assert.Equal("https://dairy.example/0", (string?)review["itemReviewed"]!["firstAppearance"]!["url"]);
        Assert.Equal("https://spdx.org/licenses/CC-BY-SA-4.0", (string?)review["sdLicense"]);
        Assert.Equal("Fact Check Tools", (string?)review["isPartOf"]!["name"]);
        Assert.Equal("BotHost", (string?)review["sdPublisher"]!["name"]);

        // What was exported is, imported again, the same.
        var again = await bench.Import.PreviewAsync(ExchangeBench.Text(Export(bench).ToJsonString()), new ImportRequest(ExchangeFormat.ClaimReview), ExchangeBench.Cancellation);
        Assert.Equal(1, again.CountOf(PreviewKind.Same));
    }

    [Fact]
    public async Task An_imported_review_answers_with_its_publishers_own_rating()
    {
        await using var bench = await ExchangeBench.CreateAsync();
        await bench.Import.ImportAsync(ExchangeBench.Text(Whole), new ImportRequest(ExchangeFormat.ClaimReview), ExchangeBench.Cancellation);

        var answer = await bench.Get<FactChecker>().CheckAsync(new("The moon is made of green cheese!"), ExchangeBench.Cancellation);

        Assert.Contains("Checkers", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Pants on fire!", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"One"}""", 1)]
    [InlineData("""[{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"One"},{"@type":["Thing","https://schema.org/ClaimReview"],"url":"https://a.org/2","claimReviewed":"Two"}]""", 2)]
    [InlineData("""{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"One"}]}""", 1)]
    [InlineData("""{"@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"One"},{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"Two"}]},{"@type":"DataFeedItem","item":null}]}""", 2)]
    [InlineData("\uFEFF[{\"@type\":\"ClaimReview\",\"url\":\"https://a.org/1\",\"claimReviewed\":\"One\"}]\n", 1)]
    public async Task Every_form_in_which_reviews_are_published_is_read(string json, int count)
    {
        await using var bench = await ExchangeBench.CreateAsync();

        var outcome = await bench.Import.ImportAsync(ExchangeBench.Text(json), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal((count, 0), (outcome.Stored, outcome.LeftOut.Count));
        Assert.Equal(count, bench.Generation.Claims);
        Assert.All(bench.Records(), record => Assert.Equal(("A list", "CC-BY-4.0"), (record.Source, record.Licence)));
    }

    [Fact]
    public async Task A_repeated_import_updates_and_adds_nothing()
    {
        await using var bench = await ExchangeBench.CreateAsync();
        await bench.Import.ImportAsync(ExchangeBench.Text(Whole), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        await bench.Import.ImportAsync(ExchangeBench.Text(Whole.Replace("Pants on fire!", "False", StringComparison.Ordinal)), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal("False", Assert.Single(bench.Records()).Rating);
    }

    [Fact]
    public async Task A_review_larger_than_the_readers_buffer_is_read_whole()
    {
        await using var bench = await ExchangeBench.CreateAsync();
        var body = string.Join(' ', Enumerable.Range(0, 60_000).Select(number => $"word{number}"));
        var json = $$"""[{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"One","reviewBody":"{{body}}"},{"@type":"ClaimReview","url":"https://a.org/2","claimReviewed":"Two"}]""";

        await bench.Import.ImportAsync(ExchangeBench.Text(json), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal([body, null], bench.Records().Select(record => record.Text));
    }

    [Theory]
    [InlineData("""[{"@type":"ClaimReview","url":"https://a.org/1"}]""", "item 1: claimReviewed: is missing")]
    [InlineData("""[{"@type":"ClaimReview","claimReviewed":"One"}]""", "item 1: url: is missing")]
    [InlineData("""[{"@type":"ClaimReview","claimReviewed":"One","url":"javascript:alert(1)"}]""", "is no web address")]
    [InlineData("""[{"@type":"ClaimReview","claimReviewed":"One","url":"https://a.org/1"},""", "line 1: is not JSON")]
    [InlineData("[\n{\"@type\":\"ClaimReview\",\n\"claimReviewed\" \"One\"}]", "line 3: is not JSON")]
    [InlineData("\"ClaimReview\"", "holds neither an object nor an array")]
    [InlineData("[] []", "holds more after its end")]
    [InlineData("", "is not JSON")]
    [InlineData("""[{"@type":"ClaimReview","claimReviewed":"One","url":"https://zh.waronfakes.com/1"}]""", "poses as a fact-checker")]
    [InlineData("""[{"@type":"ClaimReview","claimReviewed":"One","url":"https://a.org/1","author":{"name":"A","url":"http://WWW.WarOnFakes.com"}}]""", "publisher_url: waronfakes.com poses as a fact-checker")]
    public async Task What_is_wrong_is_told_with_its_place_and_nothing_is_stored(string json, string told)
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync();
        var claims = bench.Generation.Claims;
        var good = """[{"@type":"ClaimReview","claimReviewed":"Good","url":"https://a.org/0"},""";

        foreach (var file in json.StartsWith("[{", StringComparison.Ordinal) ? [json, good + json[1..]] : (string[])[json])
        {
            var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Import.ImportAsync(ExchangeBench.Text(file), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation));
            Assert.Contains(file == json ? told : told.Replace("item 1", "item 2", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(claims, bench.Generation.Claims);
    }

    [Fact]
    public async Task Faulty_items_are_left_out_where_that_is_wanted()
    {
        await using var bench = await ExchangeBench.CreateAsync();

        var outcome = await bench.Import.ImportAsync(
            ExchangeBench.Reviews(("https://a.org/1", "One"), ("nowhere", "Two"), ("https://a.org/3", "Three"), ("https://a.org/1", "One")),
            ExchangeBench.ClaimReviews with { LeaveOutFaulty = true }, ExchangeBench.Cancellation);

        Assert.Equal((2, 1), (outcome.Stored, outcome.Repeated));
        Assert.Equal(("item 2", "url"), (Assert.Single(outcome.LeftOut).Place, outcome.LeftOut[0].Field));
        Assert.Equal(["One", "Three"], bench.Records().Select(record => record.Title));
    }

    [Theory]
    [InlineData(null, "MIT", "source")]
    [InlineData("A list", null, "licence")]
    public async Task Without_a_source_and_a_licence_nothing_is_imported(string? source, string? licence, string field)
    {
        await using var bench = await ExchangeBench.CreateAsync();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Import.ImportAsync(
            ExchangeBench.Reviews(("https://a.org/1", "One")), new ImportRequest(ExchangeFormat.ClaimReview) { Source = source, Licence = licence }, ExchangeBench.Cancellation));

        Assert.Equal(field, Assert.Single(refused.Faults).Field);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public async Task What_is_nested_too_deep_is_refused_as_such(string opening)
    {
        await using var bench = await ExchangeBench.CreateAsync();
        var deep = "[" + string.Concat(Enumerable.Repeat(opening, 100_000));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Import.ImportAsync(ExchangeBench.Text(deep), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation));

        Assert.Contains("nested deeper than 64 levels", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        await using var bench = await ExchangeBench.CreateAsync();
        var large = bench.File("large.json");
        await using (var file = File.Create(large))
            file.SetLength(50L * 1024 * 1024);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Import.PreviewAsync(
            ImportInput.OfFile(large), ExchangeBench.ClaimReviews with { MaxMegabytes = bench.Options.MaxMegabytesAtDesk }, ExchangeBench.Cancellation));

        Assert.Contains("larger than 25 MB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_was_imported_as_a_review_leaves_as_one()
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync();
        await bench.Import.ImportAsync(ExchangeBench.Reviews(("https://a.org/1", "One")), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal("One", (string?)Assert.Single(Export(bench)["@graph"]!.AsArray())!["claimReviewed"]);
    }

    private static JsonNode Export(ExchangeBench bench)
    {
        using var output = new MemoryStream();
        ClaimReviewExport.Write(bench.Generation, bench.Options, new DateOnly(2026, 11, 24), output);
        return JsonNode.Parse(Encoding.UTF8.GetString(output.ToArray()))!; // an object
    }
}
