using BotHost.Logging;
using BotHost.TelegramBot.Connection;
using BotHost.TelegramBot.Texts;
using Telegram.Bot;

namespace BotHost.TelegramBot.Profile;

/// <summary>
/// Sets at start what a chat with the bot shows before anything was written there, and the line on its profile; each in each
/// language in which it differs from what Telegram has.
/// </summary>
internal sealed class BotDescription(
    ITelegramBotClient client, TelegramConnection connection, TimeProvider clock, ILogger<BotDescription> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (code, language) in ProfileLanguages.All)
        {
            var texts = BotTexts.In(language);
            await TryAsync("setMyDescription", either => SetLongAsync(texts.Description, code, either), stoppingToken);
            await TryAsync("setMyShortDescription", either => SetShortAsync(texts.ShortDescription, code, either), stoppingToken);
        }
    }

    private Task TryAsync(string method, Func<CancellationToken, Task> set, CancellationToken stoppingToken) =>
        new BackOff(clock).TryUntilDoneAsync(
            cancellationToken => connection.WithinLimitAsync(set, cancellationToken),
            exception => BotHostLog.SetupFailed(logger, method, exception.GetType().Name),
            stoppingToken);

    private async Task SetLongAsync(string wanted, string? code, CancellationToken cancellationToken)
    {
        if ((await client.GetMyDescription(code, cancellationToken)).Description != wanted)
            await client.SetMyDescription(wanted, code, cancellationToken);
    }

    private async Task SetShortAsync(string wanted, string? code, CancellationToken cancellationToken)
    {
        if ((await client.GetMyShortDescription(code, cancellationToken)).ShortDescription != wanted)
            await client.SetMyShortDescription(wanted, code, cancellationToken);
    }
}
