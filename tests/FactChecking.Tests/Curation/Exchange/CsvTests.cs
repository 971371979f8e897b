using CsCheck;
using FactChecking.Curation.Exchange.Csv;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Tests.Curation.Exchange;

public sealed class CsvTests
{
    private static readonly ImportRequest Rows = new(ExchangeFormat.Csv) { Source = "A list", Licence = "MIT" };

    [Theory]
    [InlineData("Claim,Link,Verdict,Organization,Published\nThe earth is flat,https://a.org/1,Wrong,Checkers,2025-01-02\n")]
    [InlineData("claimReviewed;review_url;Textual rating;publisher;date published\nThe earth is flat;https://a.org/1;Wrong;Checkers;2025-01-02\n")]
    public async Task Columns_are_guessed_from_their_names(string csv)
    {
        await using var bench = await ExchangeBench.CreateAsync();

        await bench.Import.ImportAsync(ExchangeBench.Text(csv), Rows, ExchangeBench.Cancellation);

        var record = Assert.Single(bench.Records());
        Assert.Equal(("The earth is flat", "https://a.org/1", "Wrong", "Checkers", "2025-01-02"), (record.Title, record.Url, record.Rating, record.Publisher, record.Date));
        Assert.Equal(("A list", "MIT", "csv"), (record.Source, record.Licence, record.Format));
    }

    [Fact]
    public async Task A_column_that_is_named_goes_before_a_guess()
    {
        await using var bench = await ExchangeBench.CreateAsync();
        const string csv = "Title,Was behauptet wird,Wo\nA page,The earth is flat,https://a.org/1\n";

        await bench.Import.ImportAsync(
            ExchangeBench.Text(csv), Rows with { Columns = new Dictionary<string, string> { ["title"] = "Was behauptet wird", ["url"] = "Wo" } }, ExchangeBench.Cancellation);

        Assert.Equal(("The earth is flat", "A page"), (bench.Records()[0].Title, bench.Records()[0].Headline));
    }

    [Theory]
    [InlineData("Title,Link\nOne,https://a.org/1\n,https://a.org/2\n", "line 3: title: is missing")]
    [InlineData("Title,Link\nOne,\n", "line 2: url: is missing, and so is the id")]
    [InlineData("Title,Link\n\"One\nline\",https://a.org/1\nTwo,https://a.org/2,more\n", "line 4: has 3 cells where the header has 2")]
    [InlineData("Foo,Bar\n1,2\n", "line 1: title: no column says what was checked; there are: Foo, Bar")]
    [InlineData("Title,Link\nOne,https://waronfakes.com/1\n", "line 2: url: waronfakes.com poses as a fact-checker")]
    [InlineData("", "is empty")]
    public async Task What_is_wrong_is_told_with_its_line(string csv, string told)
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Import.ImportAsync(ExchangeBench.Text(csv), Rows, ExchangeBench.Cancellation));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Records(), record => record.Format == "csv");
    }

    [Theory]
    [InlineData("nosuch", "Title", "is no field")]
    [InlineData("title", "Nowhere", "there is no column")]
    public async Task A_mapping_of_what_is_not_there_is_refused(string field, string column, string told)
    {
        await using var bench = await ExchangeBench.CreateAsync();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => bench.Import.PreviewAsync(
            ExchangeBench.Text("Title,Link\nOne,https://a.org/1\n"), Rows with { Columns = new Dictionary<string, string> { [field] = column } }, ExchangeBench.Cancellation));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formulas_are_harmless_in_an_export_and_come_back_as_they_were()
    {
        string[] titles = ["=HYPERLINK(\"https://evil.example\")", "+1", "-1", "@SUM(A1)", "'=1", "''@x", "plain", "＝1"];
        await using var bench = await ExchangeBench.CreateAsync();
        await bench.Import.ImportAsync(ExchangeBench.Reviews([.. titles.Select((title, number) => ($"https://a.org/{number}", title))]), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        var csv = Export(bench);
        Assert.DoesNotContain(CsvCells(csv), cell => cell.Length > 0 && "=+-@\t\r＝＋－＠".Contains(cell[0], StringComparison.Ordinal));

        var preview = await bench.Import.PreviewAsync(ExchangeBench.Text(csv), new ImportRequest(ExchangeFormat.Csv), ExchangeBench.Cancellation);
        Assert.Equal(titles.Length, preview.CountOf(PreviewKind.Same));
        await using var other = await ExchangeBench.CreateAsync();
        await other.Import.ImportAsync(ExchangeBench.Text(csv), new ImportRequest(ExchangeFormat.Csv), ExchangeBench.Cancellation);
        Assert.Equal(titles, other.Records().Select(record => record.Title));
    }

    [Fact]
    public void Every_text_survives_escaping() => Gen.String[Gen.Char["'=+-@\t\r\na＝ "], 0, 6].Sample(text => SpreadsheetText.Unescape(SpreadsheetText.Escape(text)) == text);

    private static string Export(ExchangeBench bench)
    {
        using var output = new StringWriter();
        CsvExport.Write(bench.Generation, output);
        return output.ToString();
    }

    private static IEnumerable<string> CsvCells(string csv)
    {
        using var parser = new CsvHelper.CsvParser(new StringReader(csv), System.Globalization.CultureInfo.InvariantCulture);
        while (parser.Read())
        {
            foreach (var cell in parser.Record!) // read just before
                yield return cell;
        }
    }
}
