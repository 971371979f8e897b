using BotHost.Store.Updates;
using BotHost.TelegramBot.Connection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot.Receiving;

/// <summary>What Telegram says of the bot itself: its user name, whether it may read all that groups write, how it stands in one.</summary>
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

    /// <summary>How the bot stands in this group now; a member where Telegram does not say.</summary>
    public async Task<GroupStanding> StandingInAsync(long chat, CancellationToken cancellationToken)
    {
        var bot = await GetAsync(cancellationToken);
        try
        {
            return GroupReduction.StandingOf(await connection.WithinAsync(
                TelegramConnection.CallLimit, either => client.GetChatMember(chat, bot.Id, either), cancellationToken));
        }
        catch (ApiRequestException exception) when (exception.ErrorCode is 400 or 403)
        {
            return GroupStanding.Member;
        }
    }

    private sealed record Known(User Bot, DateTimeOffset At);
}
