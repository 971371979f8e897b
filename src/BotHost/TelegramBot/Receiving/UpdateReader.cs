using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Reads one update as Telegram sent it, whichever way it came.</summary>
internal static class UpdateReader
{
    /// <summary>The kinds that Telegram is asked for. Edits are asked for so that a later version may answer them.</summary>
    public static readonly Telegram.Bot.Types.Enums.UpdateType[] Kinds =
    [
        Telegram.Bot.Types.Enums.UpdateType.Message,
        Telegram.Bot.Types.Enums.UpdateType.EditedMessage,
        Telegram.Bot.Types.Enums.UpdateType.CallbackQuery,
        Telegram.Bot.Types.Enums.UpdateType.MyChatMember,
    ];

    /// <summary>The update's id; 0 when it has none, which no update of Telegram's is.</summary>
    public static long ReadId(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var value)
            ? value
            : 0;

    /// <summary>The update; null when its form is one that this version cannot read.</summary>
    public static Update? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
