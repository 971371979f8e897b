using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using BotHost.Store.Accounts;
using BotHost.Store.Statistics;
using BotHost.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BotHost.Tests.Desk;

public sealed class StatisticsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DeskApplication _desk = null!; // InitializeAsync runs first

    public async ValueTask InitializeAsync() => _desk = await DeskApplication.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_reader_sees_counts_by_week_and_language_with_a_bar_for_each_and_what_is_under_ten_hidden()
    {
        var week = Week.Of(DateTimeOffset.UtcNow);
        Insert($"weekly_decisions values ('{week}', 'private', 'en', 'answer', 30), ('{week}', 'private', 'en', 'ask', 9), ('{week}', 'private', 'uk', 'answer', 15)");
        Insert($"weekly_claims values ('{week}', 'C-NATO20', 45), ('{week}', 'C-COUP', 9)");
        Insert($"weekly_feedback values ('{week}', 'uk', 'wrong_match', 11), ('{week}', 'en', 'wrong_match', 3)");
        using var reader = await _desk.SignedInAsync(Roles.Reader);

        var page = await reader.OpenAsync("/desk/statistics");

        Assert.Equal([week, "at least 45", "45", "fewer than 10", "fewer than 10", "fewer than 10"], Row(page, "by-week", 0));
        Assert.Equal(["English", "at least 30", "30", "fewer than 10", "fewer than 10", "fewer than 10"], Row(page, "by-language", 0));
        Assert.Equal([week, "at least 11", "fewer than 10", "fewer than 10", "11", "fewer than 10", "fewer than 10"], Row(page, "wrong", 0));
        Assert.Equal("C-NATO20 Only 20% of Ukrainians support joining NATO.", Row(page, "most", 0)[0]);
        Assert.DoesNotContain("C-COUP", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, Section(page, "by-week").QuerySelectorAll("tbody tr").Length);
        // The bars lie in their cells, hidden from who hears the number, and need neither colour nor style.
        Assert.Equal(["100%", "100%"], Section(page, "by-week").QuerySelectorAll("rect").Select(bar => bar.GetAttribute("width")));
        Assert.All(page.QuerySelectorAll("main svg"), bar => Assert.Equal("true", bar.GetAttribute("aria-hidden")));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task One_language_and_another_span_can_be_looked_at()
    {
        var now = DateTimeOffset.UtcNow;
        Insert($"weekly_decisions values ('{Week.Of(now)}', 'group', 'uk', 'none', 20), ('{Week.Of(now.AddDays(-70))}', 'private', 'uk', 'none', 12), ('{Week.Of(now)}', 'private', 'en', 'answer', 99)");
        using var reader = await _desk.SignedInAsync(Roles.Reader);

        Assert.Equal("20", Total(await reader.OpenAsync("/desk/statistics?language=uk&weeks=4")));
        Assert.Equal("32", Total(await reader.OpenAsync("/desk/statistics?language=uk&weeks=26")));
        Assert.Equal("131", Total(await reader.OpenAsync("/desk/statistics?language=&weeks=7")));
    }

    [Fact]
    public async Task Without_any_count_the_page_says_so_and_nobody_comes_to_it_without_a_session()
    {
        using var reader = await _desk.SignedInAsync(Roles.Reader);
        var page = await reader.OpenAsync("/desk/statistics");
        using var browser = _desk.NewBrowser();

        using var response = await browser.Http.GetAsync("/desk/statistics", TestContext.Current.CancellationToken);

        Assert.Equal("fewer than 10", Total(page));
        Assert.Empty(page.QuerySelectorAll("main svg"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private static string Total(IParentNode page) => Section(page, "by-week").QuerySelector("tfoot td")!.TextContent.Trim();

    private static IReadOnlyList<string> Row(IParentNode page, string section, int row) =>
        [.. Section(page, section).QuerySelectorAll("tbody tr")[row].Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static IElement Section(IParentNode page, string heading) => page.QuerySelector($"[aria-labelledby={heading}]")!;

    private void Insert(string rows)
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={_folder.File("bot.db")};Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"insert into {rows}";
        command.ExecuteNonQuery();
    }
}
