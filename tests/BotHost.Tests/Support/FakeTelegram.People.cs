using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>What people do.</summary>
public sealed partial class FakeTelegram
{
    public Task<int> SendTextAsync(FakeChat chat, string text) => SendAsync(chat, new() { ["text"] = text });

    public Task<int> ForwardAsync(FakeChat chat, string text, JsonObject origin) =>
        SendAsync(chat, new() { ["text"] = text, ["forward_origin"] = origin });

    public Task<int> SendPhotoAsync(FakeChat chat, string? caption = null)
    {
        var content = new JsonObject { ["photo"] = new JsonArray(File("width", "height")) };
        if (caption is not null)
            content["caption"] = caption;
        return SendAsync(chat, content);
    }

    /// <summary>One picture of an album; the others come as messages of their own, with no word of how many there are.</summary>
    public Task<int> SendAlbumPartAsync(FakeChat chat, string album, string? caption = null)
    {
        var content = new JsonObject { ["photo"] = new JsonArray(File("width", "height")), ["media_group_id"] = album };
        if (caption is not null)
            content["caption"] = caption;
        return SendAsync(chat, content);
    }

    public Task<int> SendStickerAsync(FakeChat chat)
    {
        var sticker = File("width", "height");
        sticker["type"] = "regular";
        sticker["is_animated"] = false;
        sticker["is_video"] = false;
        return SendAsync(chat, new() { ["sticker"] = sticker });
    }

    /// <summary>Sends a message with this content and says which id it has in the chat.</summary>
    public Task<int> SendAsync(FakeChat chat, JsonObject content)
    {
        var message = MessageOf(chat, content);
        Arrive("message", $"chat {chat.Id}", message);
        return Task.FromResult((int)message["message_id"]!);
    }

    /// <summary>Changes the words of a message that was sent before.</summary>
    public void Edit(FakeChat chat, int id, string text)
    {
        var message = (JsonObject)_messages[(chat.Id, id)].DeepClone();
        message["text"] = text;
        message["edit_date"] = _clock.GetUtcNow().ToUnixTimeSeconds();
        _messages[(chat.Id, id)] = message;
        Arrive("edited_message", $"chat {chat.Id}", (JsonObject)message.DeepClone());
    }

    /// <summary>The message is shown with the one that it replies to as that stands now, as Telegram sends it with a press.</summary>
    public void Refresh(FakeChat chat, int id)
    {
        var message = (JsonObject)_messages[(chat.Id, id)].DeepClone();
        message["reply_to_message"] = _messages[(chat.Id, (int)message["reply_to_message"]!["message_id"]!)].DeepClone();
        _messages[(chat.Id, id)] = message;
    }

    /// <summary>Presses the button with this label under a message of the bot, as it now stands.</summary>
    public Task PressAsync(FakeChat chat, BotMessage message, string label)
    {
        var data = message.Buttons.Single(button => button.Label == label).Data;
        return PressDataAsync(chat, message, data);
    }

    public Task PressDataAsync(FakeChat chat, BotMessage message, string data)
    {
        var id = Guid.NewGuid().ToString("N");
        _presses[id] = true;
        Arrive("callback_query", $"press {chat.Id}", new JsonObject
        {
            ["id"] = id,
            ["from"] = PersonOf(chat),
            ["message"] = _messages[(chat.Id, message.Id)].DeepClone(),
            ["chat_instance"] = "1",
            ["data"] = data,
        });
        return Task.CompletedTask;
    }

    /// <summary>Blocks the bot, and says so to it as Telegram does.</summary>
    public Task BlockAsync(FakeChat chat)
    {
        _blocked[chat.Id] = true;
        Arrive("my_chat_member", $"member {chat.Id}", new JsonObject
        {
            ["chat"] = ChatOf(chat),
            ["from"] = PersonOf(chat),
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = new JsonObject { ["status"] = "member", ["user"] = Me() },
            ["new_chat_member"] = new JsonObject { ["status"] = "kicked", ["user"] = Me(), ["until_date"] = 0 },
        });
        return Task.CompletedTask;
    }

    public void Unblock(FakeChat chat) => _blocked[chat.Id] = false;

    /// <summary>The message is deleted, and the bot is not told, as with Telegram.</summary>
    public void Delete(FakeChat chat, int message) => _messages.TryRemove((chat.Id, message), out _);

    /// <summary>Any update at all, in the JSON that Telegram would send.</summary>
    public long Arrive(string kind, string lane, JsonObject content)
    {
        var update = new JsonObject { ["update_id"] = 0, [kind] = content };
        return _allowed.Contains(kind) ? Pending.Add(lane, update) : 0;
    }

    /// <summary>A message as Telegram would send it, not sent yet.</summary>
    public JsonObject MessageOf(FakeChat chat, JsonObject content)
    {
        _blocked.TryAdd(chat.Id, false);
        var id = Interlocked.Increment(ref _lastMessage);
        var message = new JsonObject
        {
            ["message_id"] = id,
            ["from"] = PersonOf(chat),
            ["chat"] = ChatOf(chat),
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in content)
            message[name] = value?.DeepClone();
        _messages[(chat.Id, id)] = message;
        return (JsonObject)message.DeepClone();
    }

    private static JsonObject ChatOf(FakeChat chat) => new()
    {
        ["id"] = chat.Id,
        ["type"] = "private",
        ["first_name"] = chat.FirstName,
        ["username"] = chat.UserName,
    };

    private static JsonObject PersonOf(FakeChat chat)
    {
        var person = new JsonObject
        {
            ["id"] = chat.Id,
            ["is_bot"] = false,
            ["first_name"] = chat.FirstName,
            ["username"] = chat.UserName,
        };
        if (chat.Language is not null)
            person["language_code"] = chat.Language;
        return person;
    }

    private static JsonObject File(params string[] sizes)
    {
        var file = new JsonObject { ["file_id"] = "AgACAgIAAxk", ["file_unique_id"] = "AQADyQ" };
        foreach (var size in sizes)
            file[size] = 512;
        return file;
    }
}
