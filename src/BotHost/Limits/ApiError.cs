namespace BotHost.Limits;

/// <summary>An error in the form that Google's APIs give it, which their clients read (google.aip.dev/193).</summary>
internal static class ApiError
{
    public static IResult Invalid(string message) => Of(StatusCodes.Status400BadRequest, message, "INVALID_ARGUMENT");

    public static IResult NotFound(string message) => Of(StatusCodes.Status404NotFound, message, "NOT_FOUND");

    public static IResult TooMany() => Of(StatusCodes.Status429TooManyRequests, "Too many calls. Wait as long as Retry-After says.", "RESOURCE_EXHAUSTED");

    private static IResult Of(int code, string message, string status) =>
        Results.Json(new { error = new { code, message, status } }, statusCode: code);
}
