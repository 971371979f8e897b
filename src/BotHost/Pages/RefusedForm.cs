using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BotHost.Pages;

/// <summary>Says what to do when a form is refused, where else the browser would show an empty page.</summary>
internal sealed class RefusedForm : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status400BadRequest,
                ContentType = "text/plain; charset=utf-8",
                Content = "This form was open for too long, was far too large, or was not sent from its page. Go back, load the page again, and send it once more.",
            };
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
