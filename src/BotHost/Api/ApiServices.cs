using BotHost.Limits;
using FactChecking.Foundation;
using FactChecking.Published;

namespace BotHost.Api;

/// <summary>The API that programs read the records through: no key, any origin, GET alone.</summary>
internal static class ApiServices
{
    private const string Origins = "api";
    private const string Document = "v1";

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ApiOptions>(configuration, ApiOptions.Section);
        services.AddSingleton<ClaimSearch>();
        services.AddOpenApi(Document, options => options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true);
        services.AddCors(options => options.AddPolicy(Origins, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get).AllowAnyHeader().WithExposedHeaders("ETag", "Retry-After")));
        services.AddCallLimits();
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().RequireCors(Origins);
        app.MapOriginMap();
        var api = app.MapGroup("/api").RequireCors(Origins).RequireRateLimiting(CallLimits.Api).AddEndpointFilter(async (call, next) =>
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
}
