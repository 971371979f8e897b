using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using FactChecking;
using FactChecking.Published;
using Microsoft.Extensions.Options;

namespace BotHost.Api;

/// <summary>The API that programs read the records through: no key, any origin, GET alone.</summary>
internal static class ApiServices
{
    private const string Limits = "api";
    private const string Document = "v1";

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ApiOptions>(configuration, ApiOptions.Section);
        services.AddSingleton<ClaimSearch>();
        services.AddOpenApi(Document, options => options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true);
        services.AddCors(options => options.AddPolicy(Limits, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get).AllowAnyHeader().WithExposedHeaders("ETag", "Retry-After")));
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Limits, context => RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value)));
            options.OnRejected = async (rejected, _) =>
            {
                var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await ApiError.TooMany().ExecuteAsync(rejected.HttpContext);
            };
        });
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.UseCors();
        app.UseRateLimiter();
        app.MapOpenApi().RequireCors(Limits);
        app.MapOriginMap();
        var api = app.MapGroup("/api").RequireCors(Limits).RequireRateLimiting(Limits).AddEndpointFilter(async (call, next) =>
            PublicationTag.IsKnown(call.HttpContext) ? Results.StatusCode(StatusCodes.Status304NotModified) : await next(call));
        // Google's clients ask for v1alpha1 under their base address.
        foreach (var version in (string[])["v1", "v1alpha1"])
        {
            api.MapGet($"/{version}/claims:search", ([AsParameters] ClaimSearchParameters asked, ClaimSearch search) => search.Find(asked))
                .Produces<ClaimSearchAnswer>().WithSummary("Finds reviewed claims, as claims:search of Google's Fact Check Tools API does.");
        }
        api.MapGet("/v1/claims/{id}", (string id, PublishedRecords records) =>
            records.FindClaim(id) is { } claim ? Results.Json(claim, FactCheckingJson.Plain) : ApiError.NotFound($"There is no claim {id} on record."))
            .WithSummary("All on record of a claim: what was found, what is established, where it comes from, with evidence.");
        api.MapGet("/v1/outlets", (PublishedRecords records) => Results.Json(new { outlets = records.Outlets() }, FactCheckingJson.Plain))
            .WithSummary("All outlets, owners, institutions and platforms. To be listed is no verdict.");
        api.MapGet("/v1/outlets/{id}", (string id, PublishedRecords records) =>
            records.FindOutlet(id) is { } outlet ? Results.Json(outlet, FactCheckingJson.Plain) : ApiError.NotFound($"There is no outlet {id} on record."))
            .WithSummary("All on record of an outlet: owners over time, labels by others, agreements, addresses, with evidence.");
        api.MapGet("/{**rest}", (string? rest) => ApiError.NotFound($"There is no /api/{rest}. What there is, /openapi/v1.json says.")).ExcludeFromDescription();
    }

    private static TokenBucketRateLimiterOptions Bucket(ApiOptions options) => new()
    {
        TokenLimit = options.Burst,
        TokensPerPeriod = options.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    // In memory only, and gone with the bucket. Of IPv6 a household has 2^64 addresses.
    private static string Caller(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
