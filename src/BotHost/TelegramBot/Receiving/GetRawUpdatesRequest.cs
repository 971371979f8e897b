using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace BotHost.TelegramBot.Receiving;

/// <summary>
/// getUpdates with the updates left unread. Read as a list, one update in a form that the client library does not know would
/// make the whole list unreadable, and Telegram would send that list again for ever.
/// </summary>
internal sealed class GetRawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    public long? Offset { get; set; }

    public int Limit { get; set; }

    public int Timeout { get; set; }

    public IEnumerable<UpdateType> AllowedUpdates { get; set; } = [];
}
