using System.Net;
using System.Text;
using BotHost.Store.Accounts;
using FactChecking.Curation.Exchange.Formats;

namespace BotHost.Tests.Desk;

public sealed class ExportTests : ExchangeTest
{
    [Theory]
    [InlineData(ExchangeFormat.Csv, "text/csv", "records.csv", "id,lang,title")]
    [InlineData(ExchangeFormat.Records, "application/jsonl", "records.jsonl", "{\"id\":")]
    [InlineData(ExchangeFormat.ClaimReview, "application/ld+json", "claimreviews.jsonld", "{")]
    [InlineData(ExchangeFormat.Claims, "application/ld+json", "claims.jsonld", "{")]
    [InlineData(ExchangeFormat.Stix, "application/stix+json", "bundle.stix.json", "{")]
    [InlineData(ExchangeFormat.Data, "application/zip", "data.zip", "PK")]
    public async Task A_reader_downloads_the_records_in_each_form(string format, string type, string name, string start)
    {
        using var browser = await Desk.SignedInAsync(Roles.Reader);

        using var response = await browser.Http.GetAsync($"/desk/export?format={format}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((type, "attachment", name), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.StartsWith(start, (await response.Content.ReadAsStringAsync(Cancellation)).TrimStart('[', '\n', ' ', '\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formulas_that_were_imported_leave_as_text()
    {
        using var browser = await Desk.SignedInAsync(Roles.Publisher);
        var page = await PreviewAsync(browser, ExchangeFormat.Csv, "bad.csv", Encoding.UTF8.GetBytes(
            "id,title,url,publisher\nK-1,\"=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\",https://checkers.example/cats,@SUM(1)\n"));
        using var imported = await browser.SendAsync(page, ImportForm, []);
        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);

        var exported = await browser.Http.GetStringAsync("/desk/export?format=csv", Cancellation);

        var row = exported.Split('\n').Single(line => line.StartsWith("K-1,", StringComparison.Ordinal));
        Assert.Contains("\"'=HYPERLINK(", row, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(1),", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_other_form()
    {
        using var browser = await Desk.SignedInAsync(Roles.Reader);

        using var response = await browser.Http.GetAsync("/desk/export?format=../data", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
