using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>Where a message may have been forwarded from, in each form that Telegram has.</summary>
public static class Origins
{
    public const string Name = "Persephone Ashgrove";
    public const string UserName = "persephone_ashgrove";
    public const long UserId = 5_123_456_781;
    public const string GroupTitle = "Ashgrove Family";
    public const string Signature = "P. Ashgrove, editor";
    public const long PrivateChannelId = -1009876543210;

    public static JsonObject User => new()
    {
        ["type"] = "user",
        ["date"] = 1_790_000_000,
        ["sender_user"] = new JsonObject
        {
            ["id"] = UserId,
            ["is_bot"] = false,
            ["first_name"] = Name,
            ["username"] = UserName,
        },
    };

    public static JsonObject HiddenUser => new() { ["type"] = "hidden_user", ["date"] = 1_790_000_000, ["sender_user_name"] = Name };

    public static JsonObject Group => new()
    {
        ["type"] = "chat",
        ["date"] = 1_790_000_000,
        ["sender_chat"] = new JsonObject { ["id"] = -1001234512345, ["type"] = "supergroup", ["title"] = GroupTitle, ["username"] = UserName },
        ["author_signature"] = Signature,
    };

    public static JsonObject PrivateChannel => new()
    {
        ["type"] = "channel",
        ["date"] = 1_790_000_000,
        ["chat"] = new JsonObject { ["id"] = PrivateChannelId, ["type"] = "channel", ["title"] = GroupTitle },
        ["message_id"] = 9,
        ["author_signature"] = Signature,
    };

    public static JsonObject PublicChannel(string name, int post) => new()
    {
        ["type"] = "channel",
        ["date"] = 1_790_000_000,
        ["chat"] = new JsonObject { ["id"] = -1001111122222, ["type"] = "channel", ["title"] = GroupTitle, ["username"] = name },
        ["message_id"] = post,
        ["author_signature"] = Signature,
    };
}
