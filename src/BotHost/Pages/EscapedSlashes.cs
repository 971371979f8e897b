namespace BotHost.Pages;

internal static class EscapedSlashes
{
    // The server leaves an escaped slash in a path as it is, since decoded it would seem to part it.
    private const string EscapedSlash = "%2F";

    /// <summary>Ids in addresses are read whole: those of imported records may hold anything, a slash too.</summary>
    public static void UseEscapedSlashes(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.RouteValues.TryGetValue("id", out var value) && value is string id && id.Contains(EscapedSlash, StringComparison.OrdinalIgnoreCase))
            context.Request.RouteValues["id"] = id.Replace(EscapedSlash, "/", StringComparison.OrdinalIgnoreCase);
        return next(context);
    });
}
