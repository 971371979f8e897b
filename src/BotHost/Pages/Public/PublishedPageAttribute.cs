using BotHost.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BotHost.Pages.Public;

/// <summary>A page made from the published records alone: browsers keep it, and ask whether there is a newer publication.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublishedPageAttribute : Attribute, IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (PublicationTag.IsKnown(context.HttpContext))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status304NotModified);
            return Task.CompletedTask;
        }
        return next();
    }
}
