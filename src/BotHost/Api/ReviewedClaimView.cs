using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FactChecking.Dossiers;
using FactChecking.Published;

namespace BotHost.Api;

/// <summary>A claim with its reviews, named as in Google's API. What is not known is left out, not made up.</summary>
/// <param name="Text">The claim.</param>
/// <param name="Claimant">Who is on record as having said it first of those named.</param>
/// <param name="ClaimDate">When, RFC 3339; where the day is known.</param>
/// <param name="ClaimReview">What was published on it.</param>
internal sealed record ReviewedClaimView(string Text, string? Claimant, string? ClaimDate, IReadOnlyList<ReviewView> ClaimReview)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static ReviewedClaimView Of(ReviewedClaim claim, string language) => new(
        claim.Text.In(language), claim.SaidBy, Day(claim.When), [.. claim.Reviews.Where(review => review.QuoteRole != "context").Select(Review)]);

    private static ReviewView Review(Debunk review) => new(
        new PublisherView(review.Document.Publisher, Site(review.Document.Url)),
        review.Document.Url, review.Document.Title, Day(review.Document.Date), review.PublishedRating, review.Document.Language);

    private static string? Day(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture)
            : null;

    private static string? Site(string? url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) ? null
        : address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..]
        : address.Host;
}

internal sealed record ReviewView(PublisherView Publisher, string? Url, string Title, string? ReviewDate, string? TextualRating, string? LanguageCode);

internal sealed record PublisherView(string Name, string? Site);
