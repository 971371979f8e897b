using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactChecking.Curation.Exchange.Claims;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Stix;
using FactChecking.Published;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Exchange;

public sealed class ExportTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>
{
    private static readonly ExchangeOptions Options = new() { PublisherName = "A bot", PublisherUrl = "https://bot.example" };

    private static readonly PublicAddress NoPages = new(new PagesOptions());

    private static readonly PublicAddress Pages = new(new PagesOptions { PublicAddress = "https://facts.example/" });

    // What the specification requires beside type, spec_version, id, created and modified, which all have (STIX 2.1, sections 4 and 5).
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["identity"] = ["name"],
        ["relationship"] = ["relationship_type", "source_ref", "target_ref"],
        ["report"] = ["name", "published", "object_refs"],
        ["note"] = ["content", "object_refs"],
        ["attack-pattern"] = ["name"],
    };

    [Fact]
    public void Every_claim_is_exported_with_where_it_appeared_and_who_reviewed_it()
    {
        var claims = Claims();

        var claim = claims.Single(claim => (string?)claim["identifier"] == "C-NATO20");
        Assert.Equal(12, claims.Count);
        Assert.Equal("RT", (string?)claim["author"]![0]!["name"]);
        Assert.Equal("RT", (string?)claim["firstAppearance"]!["publisher"]!["name"]);
        Assert.Equal(["RT", "Reference News", "a number of major news sites in China"], claim["appearance"]!.AsArray().Select(work => (string?)work!["publisher"]!["name"]));
        Assert.Equal("https://euvsdisinfo.eu/report/ukrainians-do-not-want-to-join-nato/", (string?)Assert.Single(claim["subjectOf"]!.AsArray())!["url"]);
        Assert.All(claims, each => Assert.Equal(("A bot", "2026-11-24"), ((string?)each["sdPublisher"]!["name"], (string?)each["sdDatePublished"])));
    }

    [Fact]
    public void The_bot_is_never_a_reviewer_and_links_to_nothing_that_replies_may_not_link_to()
    {
        var json = Text(stream => ClaimExport.Write(curated.Knowledge.Current, Options, NoPages, new DateOnly(2026, 11, 24), stream));

        Assert.DoesNotContain("ClaimReview", json, StringComparison.Ordinal);
        Assert.DoesNotContain("reviewRating", json, StringComparison.Ordinal);
        Assert.DoesNotContain("waronfakes", json, StringComparison.Ordinal);
        Assert.DoesNotContain("D-RAZUMKOV08", json, StringComparison.Ordinal); // a hypothesis is shown to nobody
    }

    [Fact]
    public void Every_object_of_the_bundle_has_what_STIX_requires()
    {
        var bundle = JsonNode.Parse(Stix())!;
        var objects = bundle["objects"]!.AsArray().Select(made => made!.AsObject()).ToList();
        var ids = objects.Select(made => (string)made["id"]!).ToList();

        Assert.Equal("bundle", (string?)bundle["type"]);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(Required.Keys.Order(), objects.Select(made => (string)made["type"]!).Distinct().Order());
        foreach (var made in objects)
        {
            var type = (string)made["type"]!;
            Assert.Equal("2.1", (string?)made["spec_version"]);
            Assert.Matches($"^{type}--[0-9a-f]{{8}}-[0-9a-f]{{4}}-5[0-9a-f]{{3}}-[89ab][0-9a-f]{{3}}-[0-9a-f]{{12}}$", (string)made["id"]!);
            foreach (var time in made.Where(property => property.Key is "created" or "modified" or "published" or "start_time" or "stop_time"))
                Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string)time.Value!);
            Assert.All(Required[type], property => Assert.False(string.IsNullOrEmpty(made[property]?.ToString()), $"{made["id"]}: {property}"));
            Assert.All(References(made), reference => Assert.Contains(reference, ids));
            Assert.All(made["external_references"]?.AsArray() ?? [], reference => Assert.False(string.IsNullOrEmpty((string?)reference!["source_name"])));
            Assert.True(made["start_time"] is null || made["stop_time"] is null || string.CompareOrdinal((string)made["stop_time"]!, (string)made["start_time"]!) > 0);
        }
    }

    [Fact]
    public void A_bundle_tells_owners_agreements_debunks_and_suggested_techniques()
    {
        var objects = JsonNode.Parse(Stix())!["objects"]!.AsArray();
        var names = objects.Where(made => made!["name"] is not null).ToDictionary(made => (string)made!["id"]!, made => (string)made!["name"]!);

        Assert.Contains(objects, made => (string?)made!["relationship_type"] == "controlled-by" && names[(string)made["source_ref"]!] == "RT" && (int)made["confidence"]! == 85);
        Assert.Contains(objects, made => (string?)made!["relationship_type"] == "content-sharing" && names[(string)made["source_ref"]!] == "RT" && names[(string)made["target_ref"]!] == "Xinhua News Agency");
        Assert.Contains(objects, made => ((string?)made!["content"])?.StartsWith("EUvsDisinfo (EEAS): Disinfo case (2019)", StringComparison.Ordinal) == true);
        var report = objects.Single(made => (string?)made!["type"] == "report" && (string?)made["name"] == "Only 20% of Ukrainians support joining NATO.");
        Assert.Contains("DISARM T0023", report!["object_refs"]!.AsArray().Select(reference => names[(string)reference!]));
    }

    [Fact]
    public void The_same_records_make_the_same_bundle() => Assert.Equal(Stix(), Stix());

    [Fact]
    public void Records_lead_to_their_pages_where_these_have_a_public_address()
    {
        var objects = JsonNode.Parse(Stix(Pages))!["objects"]!.AsArray();
        var pages = objects.SelectMany(made => made!["external_references"]?.AsArray() ?? [])
            .Where(reference => (string?)reference!["source_name"] == "A bot").Select(reference => (string?)reference!["url"]).ToList();

        Assert.Contains("https://facts.example/claims/C-NATO20", Claims(Pages).Select(claim => (string?)claim["@id"]));
        Assert.Contains("https://facts.example/claims/C-NATO20", pages);
        Assert.Contains("https://facts.example/outlets/O-RT", pages);
        Assert.Contains("https://facts.example/agreements/A-2015-RT-XINHUA", pages);
        Assert.Contains("#C-NATO20", Claims().Select(claim => (string?)claim["@id"]));
        Assert.DoesNotContain("facts.example", Stix(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> References(JsonObject made) =>
        Regex.Matches(made.ToJsonString(), "\"([a-z-]+--[0-9a-f-]{36})\"").Select(match => match.Groups[1].Value);

    private List<JsonNode> Claims(PublicAddress? pages = null) =>
        [.. JsonNode.Parse(Text(stream => ClaimExport.Write(curated.Knowledge.Current, Options, pages ?? NoPages, new DateOnly(2026, 11, 24), stream)))!["@graph"]!.AsArray().Select(claim => claim!)];

    private string Stix(PublicAddress? pages = null) => Text(stream => StixExport.Write(curated.Knowledge.Current, Options, pages ?? NoPages, stream));

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
