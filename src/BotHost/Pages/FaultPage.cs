using BotHost.Logging;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace BotHost.Pages;

internal static class FaultPage
{
    /// <summary>
    /// What a person sees when a request fails. It is logged by type and place alone, since the message of an exception may
    /// hold words of the text that was being read.
    /// </summary>
    public static void UseFaultPage(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        SuppressDiagnosticsCallback = _ => true,
        StatusCodeSelector = exception => (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        ExceptionHandler = context =>
        {
            var exception = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
            BotHostLog.RequestFailed(app.Logger, exception.GetType().Name, exception.StackTrace);
            return context.Response.WriteAsync("Something went wrong here, and it was logged. Go back, and try again.", context.RequestAborted);
        },
    });
}
