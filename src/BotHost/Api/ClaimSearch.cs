using System.Globalization;
using BotHost.Limits;
using FactChecking.Languages;
using FactChecking.Published;
using FactChecking.Search;

namespace BotHost.Api;

/// <summary>
/// <c>claims:search</c> with the parameters and the answer of Google's Fact Check Tools API, so that its clients work unchanged
/// (developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search).
/// </summary>
internal sealed class ClaimSearch(RecordSearch search, PublishedRecords records, TimeProvider clock)
{
    // Google's default.
    private const int DefaultPage = 10;

    private const int LongestAge = 36_500;

    /// <summary>The answer, or the error that Google's API gives.</summary>
    public IResult Find(ClaimSearchParameters asked)
    {
        if (string.IsNullOrWhiteSpace(asked.Query) && string.IsNullOrWhiteSpace(asked.ReviewPublisherSiteFilter))
            return ApiError.Invalid("Request must have either query or reviewPublisherSiteFilter.");
        if (!Number(asked.PageSize, out var size) || !Number(asked.Offset, out var offset) || !Number(asked.MaxAgeDays, out var age) || age > LongestAge)
            return ApiError.Invalid($"pageSize, offset and maxAgeDays must be whole numbers, none negative; maxAgeDays at most {LongestAge}.");
        if (asked.PageToken is { Length: > 0 } && !Number(asked.PageToken, out _))
            return ApiError.Invalid("pageToken is not one that this API gave.");

        var language = string.IsNullOrWhiteSpace(asked.LanguageCode) ? null : ReplyLanguages.FromTag(asked.LanguageCode) ?? asked.LanguageCode.Trim();
        var page = search.Find(new RecordQuery(asked.Query)
        {
            Kind = RecordKind.Claim,
            IsReviewed = true,
            Language = language,
            Site = Host(asked.ReviewPublisherSiteFilter),
            Since = age is > 0 ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-age.Value) : null,
            Limit = size is > 0 ? size.Value : DefaultPage,
            After = asked.PageToken is { Length: > 0 } token ? token : offset?.ToString(CultureInfo.InvariantCulture),
        });
        var claims = records.FindReviews(page.Records.Select(record => record.Id))
            .Select(claim => ReviewedClaimView.Of(claim, language ?? ReplyLanguages.English))
            .ToList();
        // Google leaves out what is empty.
        return Results.Json(new ClaimSearchAnswer(claims.Count > 0 ? claims : null, page.Next), ReviewedClaimView.Json);
    }

    private static bool Number(string? text, out int? number)
    {
        number = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            return false;
        number = parsed;
        return true;
    }

    // A site, as people write it: with or without a scheme, a path, "www.".
    private static string? Host(string? site) =>
        string.IsNullOrWhiteSpace(site) ? null
        : Uri.TryCreate(site.Contains("://", StringComparison.Ordinal) ? site.Trim() : $"https://{site.Trim()}", UriKind.Absolute, out var address) ? address.Host
        : site.Trim();
}

/// <summary>What a client asks <c>claims:search</c>.</summary>
/// <param name="Query">Words of claims.</param>
/// <param name="LanguageCode">BCP 47 tag; claims and reviews in this language only.</param>
/// <param name="ReviewPublisherSiteFilter">The site of a review's publisher.</param>
/// <param name="MaxAgeDays">Greatest age of the review, in days.</param>
/// <param name="PageSize">Claims a page; 10 where it is missing, 100 at most.</param>
/// <param name="PageToken">nextPageToken of the page before.</param>
/// <param name="Offset">How many results are skipped.</param>
/// <param name="Key">An API key; none is needed, and it is not looked at.</param>
internal sealed record ClaimSearchParameters(
    string? Query, string? LanguageCode, string? ReviewPublisherSiteFilter, string? MaxAgeDays, string? PageSize, string? PageToken, string? Offset, string? Key);

internal sealed record ClaimSearchAnswer(IReadOnlyList<ReviewedClaimView>? Claims, string? NextPageToken);
