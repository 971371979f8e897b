using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Curation.Exchange.Feeds;

/// <summary>Fetches a feed of an allowed host. A redirect is followed only to where a request could have gone at once.</summary>
public sealed class FeedDownload : IDisposable
{
    private const int MaxRedirects = 3;

    private readonly FeedHosts _hosts;
    private readonly ExchangeOptions _options;
    private readonly HttpClient _client;

    internal FeedDownload(ExchangeOptions options)
    {
        (_hosts, _options) = (new FeedHosts(options), options);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.All })
        {
            Timeout = Timeout.InfiniteTimeSpan, // one limit for all of it, below
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("BotHost-feeds/1.0");
    }

    /// <summary>The feed, in memory.</summary>
    /// <exception cref="ImportRefusedException">The host is not allowed, or does not give the feed within the limits.</exception>
    public async Task<ImportInput> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.FeedSeconds));
        try
        {
            var content = await GetAsync(address, MaxRedirects, limit.Token);
            return new ImportInput(address.ToString(), () => new MemoryStream(content, writable: false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ImportRefusedException(address.ToString(), "", "", $"took longer than {_options.FeedSeconds} s", "Try again later, or raise Exchange:FeedSeconds");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ImportRefusedException(address.ToString(), "", "", $"cannot be fetched ({exception.Message})", "Look whether the address is right, or save the feed as a file and import that");
        }
    }

    private async Task<byte[]> GetAsync(Uri address, int redirects, CancellationToken cancellationToken)
    {
        if (!_hosts.Allow(address))
            throw new ImportRefusedException([FeedHosts.Fault(address.ToString(), "", "", address.Host)]);
        if (address.Scheme != "https" && !address.IsLoopback)
            throw new ImportRefusedException(address.ToString(), "", "", "is not encrypted, so that anybody on the way could change it", "Give the address with https://");

        using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location && redirects > 0)
            return await GetAsync(new Uri(address, location), redirects - 1, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new ImportRefusedException(address.ToString(), "", "", $"was answered with {(int)response.StatusCode}", "Look whether the address is right");
        await using var body = new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), address.ToString(), _options.FeedMegabytes);
        using var content = new MemoryStream();
        await body.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    public void Dispose() => _client.Dispose();
}
