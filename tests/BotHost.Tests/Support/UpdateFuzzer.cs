using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>Updates that are nearly right: true ones with parts taken out, exchanged, or turned into something else.</summary>
public sealed class UpdateFuzzer(FakeTelegram telegram, FakeChat chat, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Another one; repeatable by the seed.</summary>
    public JsonObject Next()
    {
        var update = new JsonObject { ["update_id"] = 0 };
        var (kind, content) = Kind();
        update[kind] = content;
        for (var changes = Number(1, 4); changes > 0; changes--)
            Change(content);
        if (Number(0, 20) == 0)
            update[kind] = Anything();
        return update;
    }

    private (string Kind, JsonObject Content) Kind() => Number(0, 6) switch
    {
        0 => ("message", telegram.MessageOf(chat, new() { ["text"] = Sample.Known, ["forward_origin"] = Origins.User })),
        1 => ("message", telegram.MessageOf(chat, new()
        {
            ["caption"] = "x",
            ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "a", ["file_unique_id"] = "b", ["width"] = 1, ["height"] = 1 }),
            ["caption_entities"] = new JsonArray(new JsonObject { ["type"] = "text_link", ["offset"] = 0, ["length"] = 1, ["url"] = "https://example.org" }),
        })),
        2 => ("callback_query", new()
        {
            ["id"] = "1",
            ["from"] = telegram.MessageOf(chat, [])["from"]!.DeepClone(),
            ["message"] = telegram.MessageOf(chat, new() { ["text"] = "x" }),
            ["chat_instance"] = "1",
            ["data"] = "p:1",
        }),
        3 => ("my_chat_member", new()
        {
            ["chat"] = telegram.MessageOf(chat, [])["chat"]!.DeepClone(),
            ["from"] = telegram.MessageOf(chat, [])["from"]!.DeepClone(),
            ["date"] = 1,
            ["old_chat_member"] = new JsonObject { ["status"] = "member" },
            ["new_chat_member"] = new JsonObject { ["status"] = "kicked" },
        }),
        4 => ("edited_message", telegram.MessageOf(chat, new() { ["text"] = "x", ["edit_date"] = 1 })),
        _ => ("message", telegram.MessageOf(chat, new() { ["text"] = "/start", ["reply_to_message"] = telegram.MessageOf(chat, new() { ["text"] = "y" }) })),
    };

    private void Change(JsonObject root)
    {
        var target = root;
        while (Number(0, 3) > 0 && target.Select(part => part.Value).OfType<JsonObject>().ToList() is { Count: > 0 } inner)
            target = inner[Number(0, inner.Count)];
        if (target.Count == 0)
            return;
        var name = target.ElementAt(Number(0, target.Count)).Key;
        switch (Number(0, 4))
        {
            case 0:
                target.Remove(name);
                break;
            case 1:
                target[$"{name}_of_the_future"] = Anything();
                break;
            default:
                target[name] = Anything();
                break;
        }
    }

    private JsonNode? Anything() => Number(0, 12) switch
    {
        0 => null,
        1 => -1,
        2 => long.MaxValue,
        3 => 1e300,
        4 => "",
        5 => new string('あ', 5000),
        6 => true,
        7 => new JsonArray(1, "x", null),
        8 => new JsonObject { ["type"] = "hologram" },
        9 => Deep(),
        10 => "\ud83d\u0000\u202e<b>&",
        _ => "2026-11-24T00:00:00Z",
    };

    private static JsonArray Deep()
    {
        var deep = new JsonArray();
        for (var i = 0; i < 40; i++)
            deep = [deep];
        return deep;
    }

#pragma warning disable CA5394 // chance that can be repeated
    private int Number(int least, int below) => _random.Next(least, below);
#pragma warning restore CA5394
}
