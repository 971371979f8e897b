using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BotHost.Limits;

/// <summary>How often one address may call, counted in memory only.</summary>
internal static class CallLimits
{
    public const string Api = "api";
    public const string Pages = "pages";

    public static void AddCallLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Api, context => Bucket<ApiOptions>(context, settings => (settings.Burst, settings.PerSecond)));
        options.AddPolicy(Pages, context => Bucket<PageLimitOptions>(context, settings => (settings.Burst, settings.PerSecond)));
        options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
    });

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (context.Request.Path.StartsWithSegments("/api"))
            return ApiError.TooMany().ExecuteAsync(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return context.Response.WriteAsync("Too many pages at once. Wait a moment, and try again.", context.RequestAborted);
    }

    private static RateLimitPartition<string> Bucket<T>(HttpContext context, Func<T, (int Burst, int PerSecond)> read)
        where T : class =>
        RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ =>
        {
            var (burst, perSecond) = read(context.RequestServices.GetRequiredService<IOptions<T>>().Value);
            return new() { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 };
        });

    // In memory only, and gone with the bucket. Of IPv6 a household has 2^64 addresses.
    private static string Caller(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
