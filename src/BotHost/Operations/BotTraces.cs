using System.Diagnostics;

namespace BotHost.Operations;

/// <summary>
/// The spans of the bot: handling an update, making a call. Their only tags are the method and the outcome. Those that .NET
/// makes for HTTP are not collected: they would hold addresses, and the addresses of the Bot API hold the token.
/// </summary>
internal static class BotTraces
{
    public const string SourceName = "BotHost";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? StartHandling() => Source.StartActivity("handle update", ActivityKind.Consumer);

    public static Activity? StartCall(string method)
    {
        var activity = Source.StartActivity("call Telegram", ActivityKind.Client);
        activity?.SetTag("telegram.method", method);
        return activity;
    }

    public static void Finish(this Activity? activity, string outcome, bool isError)
    {
        activity?.SetTag("outcome", outcome);
        if (isError)
            activity?.SetStatus(ActivityStatusCode.Error);
    }
}
