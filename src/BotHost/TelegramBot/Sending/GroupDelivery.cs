using BotHost.Store.Groups;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using Telegram.Bot.Exceptions;

namespace BotHost.TelegramBot.Sending;

/// <summary>What a refused call tells of the group that it was for.</summary>
internal sealed class GroupDelivery(GroupRelocation move, GroupStore groups, TimeProvider clock)
{
    // Telegram tells the bot when it is restricted itself, and not when the whole group is.
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>The id that the group of a refused call has now; null when that was not why.</summary>
    public static NewGroupId? NewIdOf(OutboxItem item, Exception exception) =>
        exception is ApiRequestException { Parameters.MigrateToChatId: { } to } ? new NewGroupId(item.Lane, to) : null;

    public Task MoveAsync(NewGroupId id) => move.MoveAsync(id);

    /// <summary>Where nothing may be written, nothing is tried for an hour.</summary>
    public Task NoteGivenUpAsync(OutgoingCall call, Exception exception) =>
        call is SendText { Chat: < 0 and var chat } && exception is ApiRequestException { Message: var message }
            && message.Contains("not enough rights", StringComparison.OrdinalIgnoreCase)
            ? groups.MuteAsync(chat, clock.GetUtcNow() + Silence)
            : Task.CompletedTask;
}
