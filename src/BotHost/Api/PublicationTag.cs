using System.Globalization;
using FactChecking.Published;
using Microsoft.Net.Http.Headers;

namespace BotHost.Api;

/// <summary>
/// The ETag of all that is made from the published records: it changes with every publication and every version of the
/// program, and with nothing else.
/// </summary>
internal static class PublicationTag
{
    // A correction must be seen soon.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private static readonly string Program = typeof(PublicationTag).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Says how long the answer may be kept, and whether who asks has this very one.</summary>
    public static bool IsKnown(HttpContext context)
    {
        var (number, publishedAt) = context.RequestServices.GetRequiredService<PublishedRecords>().State;
        // Weak, since what is sent may be compressed on its way.
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{number}-{publishedAt}-{Program}\""), isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = Fresh };
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any);
    }
}
