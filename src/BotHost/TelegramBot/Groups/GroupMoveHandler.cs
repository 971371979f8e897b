using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;

namespace BotHost.TelegramBot.Groups;

/// <summary>Telegram says that a group has become a supergroup.</summary>
internal sealed class GroupMoveHandler(GroupRelocation relocation)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(NewGroupId id)
    {
        await relocation.MoveAsync(id);
        return [];
    }
}
