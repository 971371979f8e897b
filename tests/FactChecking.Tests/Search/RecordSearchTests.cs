using FactChecking.Search;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Search;

public sealed class RecordSearchTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>
{
    private readonly RecordSearch _search = new(curated.Knowledge, TimeProvider.System);

    [Theory]
    [InlineData("biological weapons lab", "C-BIOLABS")]
    [InlineData("биологического оружия", "C-BIOLABS")]
    [InlineData("біологічної зброї", "C-BIOLABS")]
    [InlineData("生物武器实验室", "C-BIOLABS")]
    [InlineData("生物武器實驗室", "C-BIOLABS")]
    [InlineData("烏", "C-BIOLABS")]
    [InlineData("c-nato20", "C-NATO20")]
    [InlineData("PolitiFact", "C-BIOLABS")]
    [InlineData("tip of the iceberg", "C-BIOLABS")]
    public void A_claim_is_found_in_every_language(string typed, string claim) =>
        Assert.Contains(claim, Ids(_search.Find(new RecordQuery(typed) { Kind = RecordKind.Claim })));

    [Theory]
    [InlineData("RT", "O-RT")]
    [InlineData("rt.com", "O-RT")]
    [InlineData("swentr.site", "O-RT")]
    [InlineData("rt_russian", "O-RT")]
    [InlineData("新華社", "O-XINHUA")]
    [InlineData("新华社", "O-XINHUA")]
    [InlineData("O-XINHUA", "O-XINHUA")]
    public void What_is_called_just_so_comes_first(string typed, string outlet)
    {
        var found = _search.Find(new RecordQuery(typed)).Records[0];

        Assert.Equal((RecordKind.Entity, outlet), (found.Kind, found.Id));
    }

    [Theory]
    [InlineData("Only 20% of Ukr", RecordKind.Claim)]
    [InlineData("Reference N", RecordKind.Entity)]
    [InlineData("mutual use Cooperation agr", null)]
    [InlineData("Cooperation agr", RecordKind.Agreement)]
    [InlineData("NATO encircles and ho", RecordKind.Narrative)]
    [InlineData("China and Russia are joi", RecordKind.Document)]
    public void The_last_word_may_be_its_beginning(string typed, RecordKind? kind)
    {
        var kinds = _search.Find(new RecordQuery(typed)).Records.Select(record => record.Kind).ToList();

        if (kind is { } expected)
            Assert.Contains(expected, kinds);
        else
            Assert.Empty(kinds); // terms of agreements are not searched
    }

    [Theory]
    [InlineData("NATO OR \"")]
    [InlineData("names : x")]
    [InlineData("a* NEAR(b, 2)")]
    [InlineData("\"\"\"")]
    [InlineData("^ - + ( ) { } : * \" '")]
    [InlineData("\uD83D")]
    [InlineData("NOT")]
    public void Operators_are_words(string typed) => Assert.NotNull(_search.Find(new RecordQuery(typed)).Records);

    [Fact]
    public void Kinds_are_counted_and_chosen()
    {
        var all = _search.Find(new RecordQuery("xinhua") { Limit = RecordQuery.MaxRecords });
        var entities = _search.Find(new RecordQuery("xinhua") { Kind = RecordKind.Entity, Limit = RecordQuery.MaxRecords });

        Assert.True(all.Kinds.Count > 1);
        Assert.Equal(all.Kinds.Values.Sum(), all.Records.Count);
        Assert.All(entities.Records, record => Assert.Equal(RecordKind.Entity, record.Kind));
        Assert.Equal(all.Kinds[RecordKind.Entity], entities.Records.Count);
        Assert.Equal(all.Kinds, entities.Kinds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("russia")]
    public void Pages_follow_each_other_without_gap_or_repeat(string? words)
    {
        var whole = _search.Find(new RecordQuery(words) { Kind = RecordKind.Claim, Limit = RecordQuery.MaxRecords });

        var paged = new List<string>();
        RecordPage? page = null;
        do
        {
            page = _search.Find(new RecordQuery(words) { Kind = RecordKind.Claim, Limit = 3, After = page?.Next });
            paged.AddRange(Ids(page));
        }
        while (page.Next is not null);

        Assert.True(paged.Count > 3);
        Assert.Equal(Ids(whole), paged);
        Assert.Equal(paged.Count, paged.Distinct().Count());
    }

    [Theory]
    [InlineData("politifact.com", true)]
    [InlineData("www.politifact.com", true)]
    [InlineData("politifact.org", false)]
    public void A_site_of_reviews_is_a_filter_of_its_own(string site, bool has) =>
        Assert.Equal(has, Ids(_search.Find(new RecordQuery { Site = site })).Contains("C-BIOLABS"));

    [Fact]
    public void Records_are_chosen_by_day()
    {
        var old = _search.Find(new RecordQuery("russia") { Kind = RecordKind.Document, Since = new DateOnly(2000, 1, 1), Limit = RecordQuery.MaxRecords });
        var recent = _search.Find(new RecordQuery("russia") { Kind = RecordKind.Document, Since = new DateOnly(2022, 3, 1), Limit = RecordQuery.MaxRecords });

        Assert.InRange(recent.Records.Count, 1, old.Records.Count - 1);
        Assert.All(recent.Records, record => Assert.True(string.CompareOrdinal(record.Date, "2022-03-01") >= 0));
    }

    private static IReadOnlyList<string> Ids(RecordPage page) => [.. page.Records.Select(record => record.Id)];
}
