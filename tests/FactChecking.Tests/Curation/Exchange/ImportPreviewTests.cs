using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Tests.Curation.Exchange;

public sealed class ImportPreviewTests
{
    private const string NatoPage = "https://euvsdisinfo.eu/report/ukrainians-do-not-want-to-join-nato/";

    [Fact]
    public async Task A_preview_says_what_would_become_of_each_item_and_stores_nothing()
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync();
        await bench.Import.ImportAsync(ExchangeBench.Reviews(("https://a.org/1", "Seven cats play violins"), ("https://a.org/2", "Dogs read newspapers")), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);
        var before = bench.Generation;

        var preview = await bench.Import.PreviewAsync(
            ExchangeBench.Text($$$"""
                [{"@type":"ClaimReview","url":"https://a.org/1","claimReviewed":"Seven cats play violins"},
                 {"@type":"ClaimReview","url":"https://a.org/2","claimReviewed":"Dogs read newspapers","reviewRating":{"alternateName":"Satire"}},
                 {"@type":"ClaimReview","url":"https://a.org/3","claimReviewed":"Hedgehogs build a pipeline to Jupiter"},
                 {"@type":"ClaimReview","url":"https://a.org/4","claimReviewed":"Only 20% of Ukrainians support joining NATO"},
                 {"@type":"ClaimReview","url":"{{{NatoPage}}}?utm_source=x","claimReviewed":"Words that no record has at all"},
                 {"@type":"ClaimReview","url":"https://a.org/3","claimReviewed":"Hedgehogs build a pipeline to Jupiter"},
                 {"@type":"ClaimReview","url":"https://waronfakes.com/5","claimReviewed":"Anything"}]
                """),
            ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal(
            [PreviewKind.Changed, PreviewKind.Added, PreviewKind.LikelyDuplicate, PreviewKind.LikelyDuplicate, PreviewKind.Repeated, PreviewKind.Refused],
            preview.Entries.Select(entry => entry.Kind));
        Assert.Equal(1, preview.CountOf(PreviewKind.Same));
        Assert.Equal(new FieldChange("rating", null, "Satire"), Assert.Single(preview.Entries[0].Changes));
        Assert.Equal(new LikelyDuplicate("C-NATO20", ByLink: false), preview.Entries[2].Like);
        Assert.Equal(new LikelyDuplicate("C-NATO20", ByLink: true), preview.Entries[3].Like);
        Assert.Equal(("item 7", "url"), (preview.Entries[5].Fault!.Place, preview.Entries[5].Fault!.Field));
        Assert.Empty(preview.Notes);
        Assert.Equal(before.Number, bench.Generation.Number);
    }

    [Fact]
    public async Task Of_a_large_file_words_are_compared_for_the_first_records_and_links_for_all()
    {
        await using var bench = await ExchangeBench.WithCuratedRecordsAsync(("Exchange:MaxMatched", "1"));

        var preview = await bench.Import.PreviewAsync(
            ExchangeBench.Reviews(
                ("https://a.org/1", "Only 20% of Ukrainians support joining NATO"),
                ("https://a.org/2", "Only 20% of Ukrainians support joining NATO"),
                (NatoPage, "Words that no record has at all")),
            ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal([PreviewKind.LikelyDuplicate, PreviewKind.Added, PreviewKind.LikelyDuplicate], preview.Entries.Select(entry => entry.Kind));
        Assert.Contains("only for the first 1 new records", Assert.Single(preview.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_lists_the_first_items_and_counts_all()
    {
        await using var bench = await ExchangeBench.CreateAsync();
        var reviews = Enumerable.Range(0, ImportPreview.MaxEntries + 7).Select(number => ($"https://a.org/{number}", $"Claim {number}")).ToArray();

        var preview = await bench.Import.PreviewAsync(ExchangeBench.Reviews(reviews), ExchangeBench.ClaimReviews, ExchangeBench.Cancellation);

        Assert.Equal(ImportPreview.MaxEntries, preview.Entries.Count);
        Assert.Equal(reviews.Length, preview.CountOf(PreviewKind.Added));
        Assert.Contains($"{ImportPreview.MaxEntries} of {reviews.Length}", preview.Notes[^1], StringComparison.Ordinal);
    }
}
