using System.Collections.Concurrent;

namespace BotHost.TelegramBot.Connection;

/// <summary>
/// Puts the bot's token into the address just before the request leaves. Everything above this handler (the client library,
/// its exceptions, HTTP telemetry) sees an address with a stand-in, and so cannot leak what it does not know.
/// </summary>
internal sealed class TokenHandler(string token, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly string _standIn = StandInFor(token);

    // One for each method.
    private readonly ConcurrentDictionary<Uri, Uri> _addresses = new();

    /// <summary>Has a token's form, for the client library reads the bot's id from it.</summary>
    public static string StandInFor(string token) => token[..token.IndexOf(':', StringComparison.Ordinal)] + ":token";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri!; // the client library always sets it
        try
        {
            request.RequestUri = _addresses.GetOrAdd(shown, uri => new Uri(uri.AbsoluteUri.Replace(_standIn, token, StringComparison.Ordinal)));
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = shown;
        }
    }
}
