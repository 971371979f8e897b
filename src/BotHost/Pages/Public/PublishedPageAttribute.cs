using BotHost.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BotHost.Pages.Public;

/// <summary>A page made from the published records alone: browsers keep it, and ask whether there is a newer publication.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublishedPageAttribute : Attribute, IAsyncResourceFilter
{
    // What htmx asks for at a page's own address is a part of the page.
    private const string Fragment = "HX-Request";

    public static bool IsFragment(HttpRequest request) => request.Headers.ContainsKey(Fragment);

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        context.HttpContext.Response.Headers.Append("Vary", Fragment);
        if (PublicationTag.IsKnown(context.HttpContext, IsFragment(context.HttpContext.Request) ? "-part" : null))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status304NotModified);
            return Task.CompletedTask;
        }
        return next();
    }
}
