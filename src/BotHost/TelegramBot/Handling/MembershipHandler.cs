using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: who blocks the bot is forgotten.</summary>
internal sealed class MembershipHandler(ChatStore chats)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update)
    {
        await chats.ForgetAsync(update.Chat);
        return [];
    }
}
