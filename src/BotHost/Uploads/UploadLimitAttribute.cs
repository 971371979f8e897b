using FactChecking.Curation.Exchange.Formats;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace BotHost.Uploads;

/// <summary>Refuses what is larger than <see cref="ExchangeOptions.MaxMegabytesAtDesk"/>, before any of it is read, and says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const long Megabyte = 1024 * 1024;

    // The other fields of the form.
    private const long Beside = 64 * 1024;

    /// <summary>Before the anti-forgery token, for which the form is read (order 1000).</summary>
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var megabytes = http.RequestServices.GetRequiredService<IOptions<ExchangeOptions>>().Value.MaxMegabytesAtDesk;
        var max = megabytes * Megabyte + Beside;
        var isTooLarge = http.Request.ContentLength > max;
        // What is refused is read to its end for as long as the server does that, else many a browser would not show the answer.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = isTooLarge ? null : max;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = max }));
        if (isTooLarge)
        {
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status413PayloadTooLarge,
                ContentType = "text/plain; charset=utf-8",
                Content = $"The file is larger than {megabytes} MB. Divide it, import it on the command line, or raise Exchange:MaxMegabytesAtDesk.",
            };
        }
    }
}
