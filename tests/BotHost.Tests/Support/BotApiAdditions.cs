using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>What Bot API 10.2 and 10.3 have added to the specification at hand, which is of 10.1, as far as the bot uses it.</summary>
internal static class BotApiAdditions
{
    public static void AddTo(JsonObject methods, JsonObject types)
    {
        types["EphemeralMessageParameters"] ??= Definition(
            Field("receiver_user_id", "Integer", isRequired: true),
            Field("callback_query_id", "String"),
            Field("replace_callback_query_message", "Boolean"));
        Add(methods["sendMessage"]!, Field("ephemeral_message_parameters", "EphemeralMessageParameters"));
        Add(types["BotCommand"]!, Field("is_ephemeral", "Boolean"));
        Add(types["ReplyParameters"]!, Field("ephemeral_message_id", "Integer"));
        // One of the two ids is needed since a command can be one that only its sender sees.
        types["ReplyParameters"]!["fields"]!.AsArray().Single(field => (string?)field!["name"] == "message_id")!["required"] = false;
        methods["editEphemeralMessageText"] ??= Definition(
            Field("chat_id", "Integer", isRequired: true),
            Field("receiver_user_id", "Integer", isRequired: true),
            Field("ephemeral_message_id", "Integer", isRequired: true),
            Field("text", "String"),
            Field("parse_mode", "String"),
            Field("link_preview_options", "LinkPreviewOptions"),
            Field("reply_markup", "InlineKeyboardMarkup"));
    }

    private static void Add(JsonNode definition, JsonObject field)
    {
        var fields = definition["fields"]!.AsArray();
        if (fields.All(known => (string?)known!["name"] != (string?)field["name"]))
            fields.Add(field);
    }

    private static JsonObject Definition(params JsonObject[] fields) => new() { ["fields"] = new JsonArray([.. fields]) };

    private static JsonObject Field(string name, string type, bool isRequired = false) =>
        new() { ["name"] = name, ["types"] = new JsonArray(type), ["required"] = isRequired };
}
