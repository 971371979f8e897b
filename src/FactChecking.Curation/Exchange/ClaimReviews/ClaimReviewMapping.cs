using System.Text.Json;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Languages;

namespace FactChecking.Curation.Exchange.ClaimReviews;

/// <summary>
/// One ClaimReview as a record (schema.org/ClaimReview; what its fields mean in practice:
/// developers.google.com/search/docs/appearance/structured-data/factcheck).
/// </summary>
internal static class ClaimReviewMapping
{
    /// <summary>True for an object of this type, whatever other types it has.</summary>
    public static bool IsA(JsonElement element, string type) =>
        Values(element, "@type").Any(value => value.ValueKind == JsonValueKind.String && value.GetString()!.Split('/', ':')[^1] == type); // a string is text

    public static ReadItem Map(JsonElement review, IReadOnlyDictionary<string, JsonElement> around, string file, string place)
    {
        var claim = Text(review, "claimReviewed");
        var url = Address(review);
        if (claim is null)
            return Fault("claimReviewed", "is missing", "Say which claim was reviewed");
        if (url is null)
            return Fault("url", "is missing", "Give the address of the review's page");

        var author = Object(review, "author");
        var publisher = Object(review, "publisher");
        // The author is the organisation that checked; where a person is named, the publisher is it.
        var isByPerson = author is { } named && IsA(named, "Person") && Name(publisher) is not null;
        var reviewer = Name(author) is null || isByPerson ? publisher : author;
        var reviewed = Object(review, "itemReviewed");
        var origin = Object(review, "isPartOf");
        return new ReadItem(place, new ImportRecord(
            ReviewId.Of(url, claim), Tag(review, "inLanguage") ?? ReplyLanguages.OfTextAlone(claim), claim, Text(review, "reviewBody"), null, null, url, Text(review, "datePublished"))
        {
            Headline = Text(review, "headline") ?? Text(review, "name"),
            Publisher = Name(reviewer),
            PublisherUrl = reviewer is { } organisation ? Address(organisation) : null,
            Author = isByPerson ? Name(author) : null,
            Rating = Object(review, "reviewRating") is { } rating ? Text(rating, "alternateName") ?? Text(rating, "name") : null,
            Claimant = reviewed is { } claimed ? Name(Object(claimed, "author")) : null,
            ClaimDate = reviewed is { } dated ? Text(dated, "datePublished") : null,
            Appearances = reviewed is { } spread ? [.. Addresses(spread, "appearance")] : null,
            FirstAppearance = reviewed is { } first ? Addresses(first, "firstAppearance").FirstOrDefault() : null,
            Licence = (Licence(review, "sdLicense") ?? Licence(around, "sdLicense") ?? Licence(around, "license")) is { } licence ? Licences.FromAddress(licence) : null,
            Source = Name(origin) ?? Name(Object(review, "sdPublisher")) ?? (around.TryGetValue("sdPublisher", out var feed) ? Name(feed) : null),
        }, null);

        ReadItem Fault(string field, string reason, string remedy) => new(place, null, new ImportFault(file, place, field, reason, remedy));
    }

    private static string? Licence(JsonElement review, string property) =>
        review.TryGetProperty(property, out var value) ? TextOf(value) ?? Address(value) : null;

    private static string? Licence(IReadOnlyDictionary<string, JsonElement> around, string property) =>
        around.TryGetValue(property, out var value) ? TextOf(value) ?? Address(value) : null;

    private static string? Name(JsonElement? thing) => thing switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } named => Text(named, "name"),
        { } text => TextOf(text),
    };

    private static JsonElement? Object(JsonElement element, string property) =>
        Values(element, property).Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.String).Select(value => (JsonElement?)value).FirstOrDefault();

    private static string? Text(JsonElement element, string property) => Values(element, property).Select(TextOf).FirstOrDefault(text => text is not null);

    // A language is a tag, or a Language with a tag as its second name.
    private static string? Tag(JsonElement element, string property) =>
        Object(element, property) is not { } language ? null
        : language.ValueKind == JsonValueKind.Object ? Text(language, "alternateName") ?? Text(language, "@id")
        : TextOf(language);

    /// <summary>The address of a thing: its url, its id, or itself where it is only an address.</summary>
    private static string? Address(JsonElement thing) => thing.ValueKind == JsonValueKind.Object
        ? Text(thing, "url") ?? (Text(thing, "@id") is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null)
        : TextOf(thing) is { } text && text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? text : null;

    private static IEnumerable<string> Addresses(JsonElement element, string property) =>
        Values(element, property).Select(Address).OfType<string>().Distinct();

    private static IEnumerable<JsonElement> Values(JsonElement element, string property) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(property, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];

    // "@value" is how JSON-LD writes a text with its language.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 } text => text, // a string is text
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when value.TryGetProperty("@value", out var inner) && inner.ValueKind == JsonValueKind.String => TextOf(inner),
        _ => null,
    };
}
