using System.Collections.Concurrent;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Connection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace BotHost.TelegramBot.Groups;

/// <summary>
/// Whether who gives a command or presses a button is an administrator of the group: asked of Telegram at that moment, and
/// remembered for half a minute, in memory only.
/// </summary>
internal sealed class AdministratorCheck(ITelegramBotClient client, TelegramConnection connection, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(long Chat, long Person), (bool Is, DateTimeOffset At)> _asked = new();

    public async Task<bool> IsAdministratorAsync(long chat, IncomingGroup group, CancellationToken cancellationToken)
    {
        if (group.IsAnonymousAdministrator)
            return true;
        if (group.Asker is not { } person)
            return false;

        ForgetOld();
        if (_asked.TryGetValue((chat, person), out var asked))
            return asked.Is;
        var answer = await AskAsync(chat, person, cancellationToken);
        _asked[(chat, person)] = (answer, clock.GetUtcNow());
        return answer;
    }

    private async Task<bool> AskAsync(long chat, long person, CancellationToken cancellationToken)
    {
        try
        {
            var member = await connection.WithinAsync(
                TelegramConnection.CallLimit, either => client.GetChatMember(chat, person, either), cancellationToken);
            return member.IsAdmin;
        }
        // Telegram does not find the person in the group, or does not show its members to the bot.
        catch (ApiRequestException exception) when (exception.ErrorCode is 400 or 403)
        {
            return false;
        }
    }

    private void ForgetOld()
    {
        var before = clock.GetUtcNow() - Remembered;
        foreach (var (key, asked) in _asked)
        {
            if (asked.At < before)
                _asked.TryRemove(key, out _);
        }
    }
}
