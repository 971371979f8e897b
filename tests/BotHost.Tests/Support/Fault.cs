using Microsoft.AspNetCore.Http;

namespace BotHost.Tests.Support;

/// <summary>Something that goes wrong instead of a proper answer.</summary>
public sealed class Fault(Func<HttpContext, CancellationToken, Task> answer)
{
    public static Fault TooManyRequests(int retryAfter) => Error(
        429, $"Too Many Requests: retry after {retryAfter}", new() { ["retry_after"] = retryAfter });

    public static Fault Blocked => Error(403, "Forbidden: bot was blocked by the user");

    public static Fault Internal => Error(500, "Internal Server Error");

    public static Fault BadGateway => new(async (context, cancellationToken) =>
    {
        context.Response.StatusCode = 502;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body><h1>502 Bad Gateway</h1></body></html>", cancellationToken);
    });

    public static Fault Hang => new((_, cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default));

    public static Fault Reset => new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public static Fault Error(int code, string description, System.Text.Json.Nodes.JsonObject? parameters = null) =>
        new((context, cancellationToken) => FakeTelegram.WriteErrorAsync(context, code, description, parameters, cancellationToken));

    public Task AnswerAsync(HttpContext context, CancellationToken cancellationToken) => answer(context, cancellationToken);
}
