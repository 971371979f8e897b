using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BotHost.Tests.Support;

/// <summary>Groups: who is in them, what the bot gets to see there, and what only one member sees.</summary>
public sealed partial class FakeTelegram
{
    // How long after a command that only its sender sees, or a press, an ordinary member may answer it likewise.
    private static readonly TimeSpan EphemeralLimit = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<long, FakeGroup> _groups = new();
    private readonly ConcurrentDictionary<(long Chat, int Id), (long Person, DateTimeOffset At)> _ephemeralCommands = new();
    private readonly ConcurrentDictionary<(long Chat, int Id), (long Receiver, JsonObject Message)> _ephemeralMessages = new();
    private readonly Channel<string> _notices = Channel.CreateUnbounded<string>();

    /// <summary>BotFather's switch: without privacy mode the bot sees all that is written.</summary>
    public bool IsPrivacyModeOff { get; set; }

    public long BotId => (long)Me()["id"]!;

    public string BotName => (string)Me()["username"]!;

    /// <summary>What the bot writes or rewrites next in this group.</summary>
    public Task<BotMessage> NextReplyAsync(FakeGroup group) => NextReplyAsync(new FakeChat(group.Id, null));

    public bool HasReply(FakeGroup group) => RepliesOf(group.Id).Reader.TryPeek(out _);

    /// <summary>What is shown next to somebody who pressed a button.</summary>
    public async Task<string> NextNoticeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _notices.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Somebody adds the bot, removes it or changes its rights.</summary>
    public void SetStatus(FakeGroup group, FakeChat by, string status)
    {
        _groups[group.Id] = group;
        var old = group.BotStatus;
        group.BotStatus = status;
        Arrive("my_chat_member", $"member {group.Id}", new JsonObject
        {
            ["chat"] = ChatOf(group),
            ["from"] = PersonOf(by),
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = MemberOf(Me(), old),
            ["new_chat_member"] = MemberOf(Me(), status),
        });
    }

    /// <summary>Writes in a group; the bot gets it if privacy mode lets it through. Says which id it has.</summary>
    public int Send(FakeGroup group, FakeChat person, JsonObject content)
    {
        var message = MessageOf(group, person, content);
        if (Sees(group, message))
            Arrive("message", $"chat {group.Id}", message);
        return (int)message["message_id"]!;
    }

    public int SendText(FakeGroup group, FakeChat person, string text, int? replyTo = null, int? topic = null, string? quote = null)
    {
        var content = new JsonObject { ["text"] = text };
        if (replyTo is { } id)
            content["reply_to_message"] = Known(group.Id, id);
        if (topic is { } thread)
            (content["message_thread_id"], content["is_topic_message"]) = (thread, true);
        if (quote is not null)
            content["quote"] = new JsonObject { ["text"] = quote, ["position"] = 0, ["is_manual"] = true };
        if (text.Contains($"@{BotName}", StringComparison.Ordinal) && !text.StartsWith('/'))
            content["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["offset"] = text.IndexOf('@', StringComparison.Ordinal), ["length"] = BotName.Length + 1 });
        return Send(group, person, content);
    }

    /// <summary>Gives a command that only the bot sees.</summary>
    public int SendEphemeralCommand(FakeGroup group, FakeChat person, string text, int? replyTo = null)
    {
        var number = Interlocked.Increment(ref _lastMessage);
        _ephemeralCommands[(group.Id, number)] = (person.Id, _clock.GetUtcNow());
        var content = new JsonObject { ["text"] = text, ["message_id"] = 0, ["ephemeral_message_id"] = number };
        if (replyTo is { } id)
            content["reply_to_message"] = Known(group.Id, id);
        Arrive("message", $"chat {group.Id}", MessageOf(group, person, content));
        return number;
    }

    /// <summary>Presses a button under a message of the bot in a group; the presser is always the real person.</summary>
    public void Press(FakeGroup group, FakeChat person, BotMessage message, string label)
    {
        var id = Guid.NewGuid().ToString("N");
        _presses[id] = true;
        Arrive("callback_query", $"press {person.Id}", new JsonObject
        {
            ["id"] = id,
            ["from"] = PersonOf(person),
            ["message"] = message.Receiver is null
                ? _messages[(group.Id, message.Id)].DeepClone()
                : _ephemeralMessages[(group.Id, message.Id)].Message.DeepClone(),
            ["chat_instance"] = "1",
            ["data"] = message.Buttons.Single(button => button.Label == label).Data,
        });
    }

    /// <summary>
    /// The group becomes a supergroup as at Telegram: a service message in each, then the old id is refused with the new one.
    /// Where the bot is not told, the messages are late, and it learns of it from the refusal only.
    /// </summary>
    public FakeGroup Upgrade(FakeGroup group, FakeChat by, bool isTold = true)
    {
        var super = new FakeGroup { BotStatus = group.BotStatus };
        super.Administrators.UnionWith(group.Administrators);
        _groups[super.Id] = super;
        group.UpgradedTo = super;
        if (isTold)
        {
            Arrive("message", $"chat {group.Id}", MessageOf(group, by, new() { ["migrate_to_chat_id"] = super.Id }));
            Arrive("message", $"chat {super.Id}", MessageOf(super, by, new() { ["migrate_from_chat_id"] = group.Id }));
        }

        return super;
    }

    /// <summary>A message of a group as Telegram would send it, not sent yet. What the content says overrides it.</summary>
    public JsonObject MessageOf(FakeGroup group, FakeChat person, JsonObject content)
    {
        _groups[group.Id] = group;
        var message = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref _lastMessage),
            ["from"] = PersonOf(person),
            ["chat"] = ChatOf(group),
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in content)
            message[name] = value?.DeepClone();
        _messages[(group.Id, (int)message["message_id"]!)] = message;
        return (JsonObject)message.DeepClone();
    }

    /// <summary>Written by an administrator in the name of the group: the sender is a stand-in, which is a bot.</summary>
    public static JsonObject Anonymously(FakeGroup group, JsonObject content)
    {
        content["sender_chat"] = ChatOf(group);
        content["from"] = new JsonObject { ["id"] = 1087968824, ["is_bot"] = true, ["first_name"] = "Group", ["username"] = "GroupAnonymousBot" };
        return content;
    }

    // Commands for the bot, and replies to what it wrote, come through whatever the mode.
    private bool Sees(FakeGroup group, JsonObject message)
    {
        var text = (string?)message["text"] ?? "";
        var isBotsCommand = text.StartsWith('/') && (!text.Contains('@', StringComparison.Ordinal) || text.Contains($"@{BotName}", StringComparison.Ordinal));
        return IsPrivacyModeOff || group.BotStatus == "administrator" || isBotsCommand || (long?)message["reply_to_message"]?["from"]?["id"] == BotId;
    }

    private JsonNode Known(long chat, int id)
    {
        var copy = (JsonObject)_messages[(chat, id)].DeepClone();
        copy.Remove("reply_to_message");
        return copy;
    }

    private JsonNode GetChatMember(JsonObject parameters)
    {
        var group = _groups.GetValueOrDefault((long)parameters["chat_id"]!) ?? throw new RefusedException(400, "Bad Request: chat not found");
        var person = (long)parameters["user_id"]!;
        if (person == BotId)
            return MemberOf(Me(), group.BotStatus);
        var user = new JsonObject { ["id"] = person, ["is_bot"] = false, ["first_name"] = "Somebody" };
        return MemberOf(user, group.Administrators.Contains(person) ? "administrator" : "member");
    }

    // Refuses what Telegram refuses in this group; false when it is no group.
    private bool CheckGroup(JsonObject parameters)
    {
        if (!_groups.TryGetValue((long)parameters["chat_id"]!, out var group))
            return false;
        if (group.UpgradedTo is { } super)
            throw new RefusedException(400, "Bad Request: group chat was upgraded to a supergroup chat") { Parameters = new() { ["migrate_to_chat_id"] = super.Id } };
        if (group.BotStatus is "left" or "kicked")
            throw new RefusedException(403, "Forbidden: bot was kicked from the supergroup chat");
        if (group.BotStatus == "restricted" || (group.IsMuted && group.BotStatus != "administrator"))
            throw new RefusedException(400, "Bad Request: not enough rights to send text messages to the chat");
        if (parameters["message_thread_id"] is not null && !group.IsForum)
            throw new RefusedException(400, "Bad Request: message thread not found");
        return true;
    }

    private JsonObject SendToOne(JsonObject parameters)
    {
        var (chat, receiver) = ((long)parameters["chat_id"]!, (long)parameters["ephemeral_message_parameters"]!["receiver_user_id"]!);
        var command = (int?)parameters["reply_parameters"]?["ephemeral_message_id"];
        if (parameters["reply_parameters"] is not null && command is null)
            throw new RefusedException(400, "Bad Request: an ephemeral message can reply to an ephemeral message only");
        var isAnswer = command is { } id && _ephemeralCommands.TryGetValue((chat, id), out var asked)
            && asked.Person == receiver && asked.At + EphemeralLimit >= _clock.GetUtcNow();
        if (!isAnswer && _groups[chat].BotStatus != "administrator")
            throw new RefusedException(400, "Bad Request: ephemeral message can't be sent");

        var (text, links) = TextOf(parameters);
        var number = Interlocked.Increment(ref _lastMessage);
        var message = new JsonObject
        {
            ["message_id"] = 0,
            ["ephemeral_message_id"] = number,
            ["from"] = Me(),
            ["chat"] = ChatOf(_groups[chat]),
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
            ["text"] = text,
        };
        if (KeyboardOf(parameters) is { } keyboard)
            message["reply_markup"] = keyboard;
        _ephemeralMessages[(chat, number)] = (receiver, message);
        Show(chat, number, message, parameters, links, isEdit: false, receiver);
        return (JsonObject)message.DeepClone();
    }

    private JsonNode EditForOne(JsonObject parameters)
    {
        CheckGroup(parameters);
        var (chat, number) = ((long)parameters["chat_id"]!, IntOf(parameters, "ephemeral_message_id", 0));
        if (!_ephemeralMessages.TryGetValue((chat, number), out var sent) || sent.Receiver != (long)parameters["receiver_user_id"]!)
            throw new RefusedException(400, "Bad Request: message to edit not found");
        var (text, links) = TextOf(parameters);
        sent.Message["text"] = text;
        sent.Message.Remove("reply_markup");
        Show(chat, number, sent.Message, parameters, links, isEdit: true, sent.Receiver);
        return true;
    }

    private static JsonObject ChatOf(FakeGroup group)
    {
        var chat = new JsonObject { ["id"] = group.Id, ["type"] = group.IsSuper ? "supergroup" : "group", ["title"] = group.Title };
        if (group.IsForum)
            chat["is_forum"] = true;
        return chat;
    }

    private static JsonObject MemberOf(JsonObject user, string status)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = user.DeepClone() };
        string[] rights = status switch
        {
            "administrator" =>
            [
                "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
                "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
            ],
            "restricted" =>
            [
                "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
                "can_send_voice_notes", "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
                "can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
            ],
            _ => [],
        };
        foreach (var right in rights)
            member[right] = false;
        if (status == "restricted")
            member["is_member"] = true;
        if (status is "restricted" or "kicked")
            member["until_date"] = 0;
        return member;
    }
}
