using BotHost.Logging;
using BotHost.Store.Accounts;

namespace BotHost.SignIn;

internal static class FirstMaintainer
{
    // What a program listens on for every address that it has is none that a browser finds.
    private static readonly string[] AnyAddress = ["0.0.0.0", "[::]", "+", "*"];

    /// <summary>While there is no maintainer, says by which link one becomes the first: each start makes a new one.</summary>
    public static void LogFirstMaintainerLink(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (app.Services.GetRequiredService<OneTimeLinkStore>().CreateFirstAsync().GetAwaiter().GetResult() is { } token)
            BotHostLog.NoMaintainer(app.Logger, LinkTo(app.Urls.FirstOrDefault() ?? "", token));
    });

    /// <summary>The one-time link with this token.</summary>
    /// <param name="address">Where the desk is reached.</param>
    /// <param name="token">The token.</param>
    public static string LinkTo(string address, string token) =>
        $"{AnyAddress.Aggregate(address, (found, any) => found.Replace($"//{any}", "//localhost", StringComparison.Ordinal)).TrimEnd('/')}/desk/welcome?token={token}";
}
