using BotHost.Logging;
using BotHost.Operations;
using BotHost.TelegramBot.Connection;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Tells Telegram at start where to deliver.</summary>
internal sealed class WebhookSetup(
    ITelegramBotClient client,
    TelegramConnection connection,
    IOptions<TelegramOptions> options,
    TelegramState state,
    TimeProvider clock,
    ILogger<WebhookSetup> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var address = options.Value.PublicUrl!.TrimEnd('/') + WebhookEndpoint.Path; // registered only when it is set
        await new BackOff(clock).TryUntilDoneAsync(
            cancellationToken => connection.WithinLimitAsync(
                either => client.SetWebhook(
                    address,
                    allowedUpdates: UpdateReader.Kinds,
                    dropPendingUpdates: false,
                    secretToken: options.Value.WebhookSecret,
                    cancellationToken: either),
                cancellationToken),
            exception =>
            {
                state.Failed(exception);
                BotHostLog.SetupFailed(logger, "setWebhook", exception.GetType().Name);
            },
            stoppingToken);
        if (!stoppingToken.IsCancellationRequested)
            state.Reached();
    }
}
