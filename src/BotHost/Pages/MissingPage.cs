namespace BotHost.Pages;

internal static class MissingPage
{
    // Programs ask there, and read the status.
    private static readonly PathString[] NotForPeople = ["/api", "/openapi", "/health", "/telegram", "/lib"];

    /// <summary>An address that leads nowhere is answered with the page that says how to find what is on record.</summary>
    public static void UseMissingPage(this WebApplication app) => app.UseStatusCodePages(async status =>
    {
        var request = status.HttpContext.Request;
        if (status.HttpContext.Response.StatusCode != StatusCodes.Status404NotFound || !HttpMethods.IsGet(request.Method) || NotForPeople.Any(path => request.Path.StartsWithSegments(path)))
            return;
        status.HttpContext.SetEndpoint(null);
        request.RouteValues.Clear();
        request.Path = "/not-found";
        request.QueryString = QueryString.Empty;
        await status.Next(status.HttpContext);
    });
}
