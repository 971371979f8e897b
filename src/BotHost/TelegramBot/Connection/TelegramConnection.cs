using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace BotHost.TelegramBot.Connection;

/// <summary>
/// The Bot API client, on an HTTP client of its own: one from the factory logs each address, and the addresses of the Bot
/// API hold the token. A time limit is set per call, on the clock of the program.
/// </summary>
internal sealed class TelegramConnection(IOptions<TelegramOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>How long Telegram is given for anything but a long poll.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(new TokenHandler(options.Value.Token, new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Without a propagator no Activity is made, which would record the address with the token.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
    }))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public ITelegramBotClient CreateClient() => new TelegramBotClient(
        // No waiting inside a call: how long to wait is kept in the outbox, where it survives a restart.
        new TelegramBotClientOptions(TokenHandler.StandInFor(options.Value.Token), options.Value.ApiBaseUrl.TrimEnd('/'))
        {
            RetryCount = 1,
            RetryThreshold = 0,
        },
        _http);

    /// <summary>Makes a call and gives up on it after this long, with a <see cref="TimeoutException"/>.</summary>
    public async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, clock);
        using var stop = cancellationToken.UnsafeRegister(source => ((CancellationTokenSource)source!).Cancel(), over); // it is what is passed
        try
        {
            return await call(over.Token);
        }
        catch (Exception) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    public Task WithinLimitAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        WithinAsync(CallLimit, async either =>
        {
            await call(either);
            return true;
        }, cancellationToken);

    public void Dispose() => _http.Dispose();
}
