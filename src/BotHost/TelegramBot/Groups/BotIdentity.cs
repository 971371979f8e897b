using Telegram.Bot;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot.Groups;

/// <summary>What Telegram says of the bot itself: its user name, and whether it may read all that groups write.</summary>
internal sealed class BotIdentity(ITelegramBotClient client, TelegramConnection connection, TimeProvider clock)
{
    // Privacy mode is switched at BotFather, and nobody tells the bot.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private Known? _known;

    /// <summary>The bot; no older than some minutes unless Telegram cannot be reached.</summary>
    public async Task<User> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && known.At > clock.GetUtcNow() - Fresh)
            return known.Bot;
        try
        {
            return await AskAsync(cancellationToken);
        }
        catch (Exception) when (_known is not null && !cancellationToken.IsCancellationRequested)
        {
            return _known.Bot;
        }
    }

    /// <summary>The bot as it is now.</summary>
    public async Task<User> AskAsync(CancellationToken cancellationToken)
    {
        var bot = await connection.WithinAsync(TelegramConnection.CallLimit, either => client.GetMe(either), cancellationToken);
        _known = new Known(bot, clock.GetUtcNow());
        return bot;
    }

    private sealed record Known(User Bot, DateTimeOffset At);
}
