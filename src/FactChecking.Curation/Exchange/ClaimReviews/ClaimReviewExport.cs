using System.Text.Json;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;
using FactChecking.Knowledge;

namespace FactChecking.Curation.Exchange.ClaimReviews;

/// <summary>
/// Gives the reviews that were imported as ClaimReview on, with those who wrote them as their authors. This bot reviews
/// nothing: it is named as who publishes the data, and no record of its own leaves as a review.
/// </summary>
public static class ClaimReviewExport
{
    /// <param name="generation">The records.</param>
    /// <param name="options">How this bot is named.</param>
    /// <param name="day">The day of the export.</param>
    /// <param name="output">Where the JSON goes to.</param>
    public static void Write(KnowledgeGeneration generation, ExchangeOptions options, DateOnly day, Stream output) => generation.Read(connection =>
    {
        using var json = new Utf8JsonWriter(output, SchemaOrg.Writing);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteStartArray("@graph");
        foreach (var record in ExchangeRecordReader.OfFormat(connection, ExchangeFormat.ClaimReview))
        {
            JsonSerializer.Serialize(json, ReviewOf(record, options, day), FactCheckingJson.Plain);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    });

    private static Dictionary<string, object?> ReviewOf(ImportRecord record, ExchangeOptions options, DateOnly day)
    {
        var reviewer = SchemaOrg.Thing("Organization", ("name", record.Publisher), ("url", record.PublisherUrl));
        return SchemaOrg.Thing("ClaimReview",
            ("claimReviewed", record.Title),
            ("headline", record.Headline),
            ("reviewBody", record.Text),
            ("url", record.Url),
            ("datePublished", record.Date),
            ("inLanguage", record.Lang),
            ("author", record.Author is null ? reviewer : SchemaOrg.Thing("Person", ("name", record.Author))),
            ("publisher", record.Author is null ? null : reviewer),
            ("reviewRating", record.Rating is null ? null : SchemaOrg.Thing("Rating", ("alternateName", record.Rating))),
            ("itemReviewed", ClaimOf(record)),
            ("isPartOf", SchemaOrg.Thing("Dataset", ("name", record.Source))),
            ("sdLicense", record.Licence is null ? null : Licences.ToAddress(record.Licence)),
            ("sdPublisher", SchemaOrg.Publisher(options)),
            ("sdDatePublished", SchemaOrg.Day(day)));
    }

    private static Dictionary<string, object?> ClaimOf(ImportRecord record) => SchemaOrg.Thing("Claim",
        ("author", record.Claimant is null ? null : SchemaOrg.Thing("Thing", ("name", record.Claimant))),
        ("datePublished", record.ClaimDate),
        ("appearance", record.Appearances?.Select(SchemaOrg.Page).ToList()),
        ("firstAppearance", record.FirstAppearance is null ? null : SchemaOrg.Page(record.FirstAppearance)));
}
