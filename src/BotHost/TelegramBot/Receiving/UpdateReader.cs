using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Reads one update as Telegram sent it, whichever way it came.</summary>
internal static class UpdateReader
{
    /// <summary>The kinds that Telegram is asked for.</summary>
    public static readonly UpdateType[] Kinds =
    [
        UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember,
        UpdateType.InlineQuery, UpdateType.GuestMessage,
    ];

    /// <summary>The update's id; 0 when it has none, which no update of Telegram's is.</summary>
    public static long ReadId(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var value)
            ? value
            : 0;

    public static Update? Read(JsonElement json) => json.Deserialize<Update>(JsonBotAPI.Options);
}
