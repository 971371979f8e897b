using FactChecking.Curation.DataFiles;
using FactChecking.Curation.OutletDrafts;
using FactChecking.Tests.Store.Database;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.OutletDrafts;

public sealed class OutletDraftStoreTests : IAsyncDisposable
{
    private const string MatrixHeader =
        "Region,Country,Media company,Main assets,URL,Typology,Status,Notes,Instagram Link,Telegram Link";

    private readonly BotDatabaseFixture _bot = new();
    private readonly TemporaryFolder _folder = new();

    private OutletDraftStore Store => new(_bot.Database, _bot.Clock);

    [Fact]
    public async Task A_row_becomes_a_draft_with_its_list_licence_day_and_line()
    {
        var file = File("m.csv", MatrixHeader, "Europe,Nowhere,House,\"The \"\"Daily\"\", Nowhere\",https://www.Daily.example/en/,SC,,\"two", "lines\",,https://t.me/daily_nowhere", "Europe,Nowhere,House,,,IP,,,,");

        var (stored, leftOut) = await Store.ImportAsync(file, "2024-02-07");

        Assert.Equal((2, 0), (stored, leftOut.Count));
        var drafts = await Store.ListAsync();
        Assert.Equal(
            new OutletDraft
            {
                List = "State Media Matrix",
                ListUrl = drafts[0].ListUrl,
                Licence = drafts[0].Licence,
                ListDate = "2024-02-07",
                ReadOn = "2026-11-24",
                File = "m.csv",
                Line = 2,
                Name = "The \"Daily\", Nowhere",
                Group = "House",
                Country = "Nowhere",
                Domain = "daily.example",
                Url = "https://www.Daily.example/en/",
                Telegram = "daily_nowhere",
                QuotedLabel = "SC",
                Note = "two\nlines",
            },
            drafts[0]);
        Assert.StartsWith("MIT", drafts[0].Licence, StringComparison.Ordinal);
        Assert.Equal((4, "House", null), (drafts[1].Line, drafts[1].Name, drafts[1].Url));
    }

    [Fact]
    public async Task An_ordinary_news_site_on_a_list_gets_no_label()
    {
        await Store.ImportAsync(File("s.csv", "Threat Actor,Domain,Name,Source", ",https://news.example,,Wikidata All News", "Doppel,copy.example,,Some Lab"), null);

        var drafts = await Store.ListAsync();

        Assert.Equal((null, "Wikidata All News"), (drafts[0].QuotedLabel, drafts[0].NamedSource));
        Assert.Equal(("Doppel", "Some Lab", "copy.example"), (drafts[1].QuotedLabel, drafts[1].NamedSource, drafts[1].Domain));
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_file_out_and_every_fault_is_named()
    {
        await Store.ImportAsync(File("s.csv", "Threat Actor,Domain,Name,Source", ",https://old.example,,Lab"), null);
        var file = File("s.csv", "Threat Actor,Domain,Name,Source", ",https://good.example,,Lab", ",http://N,,Lab", ",too,few", ",,,Lab");

        var refused = await Assert.ThrowsAsync<DataFaultsException>(() => Store.ImportAsync(file, null));

        Assert.Equal([3, 4, 5], refused.Faults.Select(fault => fault.Line));
        Assert.All(refused.Faults, fault => Assert.Equal(file, fault.File));
        Assert.StartsWith("Domain: ", refused.Faults[0].Reason, StringComparison.Ordinal);
        Assert.Contains("has 3 fields where the header has 4", refused.Faults[1].Reason, StringComparison.Ordinal);
        Assert.StartsWith("Name, Domain: ", refused.Faults[2].Reason, StringComparison.Ordinal);
        Assert.Equal(["old.example"], (await Store.ListAsync()).Select(draft => draft.Domain));
    }

    [Fact]
    public async Task Wrong_rows_can_be_left_out_and_are_named()
    {
        var file = File("s.csv", "Threat Actor,Domain,Name,Source", ",https://good.example,,Lab", ",http://N,,Lab", ",,,");

        var (stored, leftOut) = await Store.ImportAsync(file, null, leaveOutFaulty: true);

        Assert.Equal((1, 3), (stored, Assert.Single(leftOut).Line));
    }

    [Fact]
    public async Task A_list_that_is_not_known_is_refused_with_those_that_are()
    {
        var refused = await Assert.ThrowsAsync<DataFaultsException>(() => Store.ImportAsync(File("x.csv", "site,score", "a.example,3"), null));

        Assert.Contains("State Media Matrix", Assert.Single(refused.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_list_again_takes_the_place_of_the_earlier_one()
    {
        await Store.ImportAsync(File("m.csv", MatrixHeader, "E,N,H,First,a.example,SC,,,,", "E,N,H,Second,b.example,SC,,,,"), null);
        await Store.ImportAsync(File("s.csv", "Threat Actor,Domain,Name,Source", ",c.example,,Lab"), null);
        await Store.ImportAsync(File("m.csv", MatrixHeader, "E,N,H,Third,d.example,SC,,,,"), null);

        Assert.Equal(["c.example", "d.example"], (await Store.ListAsync()).Select(draft => draft.Domain).Order());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    private string File(string name, params string[] lines)
    {
        var path = _folder.File(name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }
}
