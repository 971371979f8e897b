using System.Text.Json;
using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Curation.Exchange.ClaimReviews;

/// <summary>
/// Reads schema.org ClaimReview in JSON-LD: one object, an array, an <c>@graph</c>, or a DataFeed as Data Commons publishes
/// it. Things of other types are passed over.
/// </summary>
internal sealed class ClaimReviewReader(int mostDepth) : IRecordReader
{
    private static readonly string[] Lists = ["dataFeedElement", "@graph", "itemListElement"];

    public IEnumerable<ReadItem> Read(Stream stream, string name)
    {
        var number = 0;
        foreach (var (item, around) in new JsonItemReader(stream, name, mostDepth).Read(Lists))
        {
            number++;
            foreach (var (place, review) in ReviewsOf(item, $"item {number}"))
                yield return ClaimReviewMapping.Map(review, around, name, place);
        }
        if (number == 0)
            throw new ImportRefusedException(name, "", "", "holds no items", "Give a file with ClaimReview objects");
    }

    private static IEnumerable<(string Place, JsonElement Review)> ReviewsOf(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Index().SelectMany(child => ReviewsOf(child.Item, $"{place}.{child.Index + 1}"));
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        if (ClaimReviewMapping.IsA(element, "ClaimReview"))
            return [(place, element)];
        foreach (var list in (string[])[.. Lists, "item"])
        {
            if (element.TryGetProperty(list, out var inner))
                return ReviewsOf(inner, place);
        }
        return [];
    }
}
