using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>
/// Delivers to a webhook as Telegram does: one update of a lane at a time, lanes side by side; what is not answered with 2xx
/// is sent again at once, then after 2, 4, 8 … seconds, or as long as Retry-After says, and holds up its lane until then.
/// </summary>
public sealed class WebhookDelivery(PendingUpdates pending, FastClock clock)
{
    private readonly HashSet<string> _busy = [];

    /// <summary>Stands in for the public address and its https.</summary>
    public HttpClient? Client { get; set; }

    /// <summary>What the bot answered, oldest first.</summary>
    public List<int> Answers { get; } = [];

    public async Task RunAsync(string url, string secret, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var changed = pending.Changed;
            foreach (var (id, lane, json) in pending.FirstOfEachLane())
            {
                lock (_busy)
                {
                    if (!_busy.Add(lane))
                        continue;
                }

                _ = DeliverAsync(id, lane, json, url, secret, cancellationToken);
            }

            await Task.WhenAny(changed, Task.Delay(20, cancellationToken));
        }
    }

    public static HttpRequestMessage Request(string url, string? secret, JsonObject update)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url).PathAndQuery)
        {
            Content = new StringContent(update.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return request;
    }

    private async Task DeliverAsync(
        long id, string lane, JsonObject json, string url, string secret, CancellationToken cancellationToken)
    {
        try
        {
            for (var failures = 0; !await TryAsync(url, secret, json, cancellationToken); failures++)
                await Task.Delay(TimeSpan.FromSeconds(failures == 0 ? 0 : Math.Min(Math.Pow(2, failures), 60)), clock, cancellationToken);
            pending.Remove(id);
        }
        catch (OperationCanceledException)
        {
            // The webhook is gone; the update stays for whoever comes next.
        }
        finally
        {
            lock (_busy)
                _busy.Remove(lane);
        }
    }

    private async Task<bool> TryAsync(string url, string secret, JsonObject json, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(url, secret, json);
            using var response = await Client!.SendAsync(request, cancellationToken);
            lock (Answers)
                Answers.Add((int)response.StatusCode);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
