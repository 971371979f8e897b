using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>Messages and presses.</summary>
public sealed partial class FakeTelegram
{
    private readonly ConcurrentDictionary<(long Chat, int Id), JsonObject> _messages = new();
    private readonly ConcurrentDictionary<string, bool> _presses = new();
    private readonly ConcurrentDictionary<long, bool> _blocked = new();
    private int _lastMessage = 100;

    private JsonObject SendMessage(JsonObject parameters)
    {
        var chat = ReachableChat(parameters);
        CountMessage(parameters);
        if (parameters["ephemeral_message_parameters"] is not null)
            return SendToOne(parameters);
        var (text, links) = TextOf(parameters);
        var message = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref _lastMessage),
            ["from"] = Me(),
            ["chat"] = _groups.TryGetValue(chat, out var group)
                ? ChatOf(group)
                : new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "Zebediah" },
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
            ["text"] = text,
        };
        if (parameters["message_thread_id"] is { } topic)
            (message["message_thread_id"], message["is_topic_message"]) = (topic.DeepClone(), true);
        if (ReplyOf(parameters, chat) is { } asked)
            message["reply_to_message"] = asked;
        if (KeyboardOf(parameters) is { } keyboard)
            message["reply_markup"] = keyboard;
        Keep(chat, message, parameters, links, isEdit: false);
        return (JsonObject)message.DeepClone();
    }

    private JsonObject EditMessage(JsonObject parameters, bool withText)
    {
        var chat = ReachableChat(parameters);
        if (!_messages.TryGetValue((chat, IntOf(parameters, "message_id", 0)), out var old))
            throw new RefusedException(400, "Bad Request: message to edit not found");
        if ((bool?)old["from"]!["is_bot"] != true)
            throw new RefusedException(400, "Bad Request: message can't be edited");

        var message = (JsonObject)old.DeepClone();
        IReadOnlyList<string> links = [];
        if (withText)
        {
            (var text, links) = TextOf(parameters);
            message["text"] = text;
        }

        message.Remove("reply_markup");
        if (KeyboardOf(parameters) is { } keyboard)
            message["reply_markup"] = keyboard;
        if (JsonNode.DeepEquals(message, old))
            throw new RefusedException(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        Keep(chat, message, parameters, links, isEdit: true);
        return (JsonObject)message.DeepClone();
    }

    private JsonNode DeleteMessage(JsonObject parameters) =>
        _messages.TryRemove((ReachableChat(parameters), IntOf(parameters, "message_id", 0)), out _)
            ? true
            : throw new RefusedException(400, "Bad Request: message to delete not found");

    private JsonNode AnswerPress(JsonObject parameters)
    {
        if (((string?)parameters["text"])?.Length > 200)
            throw new RefusedException(400, "Bad Request: MESSAGE_TOO_LONG");
        if ((string?)parameters["text"] is { Length: > 0 } notice)
            _notices.Writer.TryWrite(notice);
        return _presses.TryRemove((string)parameters["callback_query_id"]!, out _)
            ? true
            : throw new RefusedException(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    private JsonNode SendChatAction(JsonObject parameters)
    {
        ReachableChat(parameters);
        return true;
    }

    private long ReachableChat(JsonObject parameters)
    {
        var chat = (long)parameters["chat_id"]!;
        if (CheckGroup(parameters))
            return chat;
        return !_blocked.TryGetValue(chat, out var blocked) ? throw new RefusedException(400, "Bad Request: chat not found")
            : blocked ? throw new RefusedException(403, "Forbidden: bot was blocked by the user")
            : chat;
    }

    private static (string Text, IReadOnlyList<string> Links) TextOf(JsonObject parameters)
    {
        var given = (string)parameters["text"]!;
        // Telegram takes the name in either case.
        var (text, links) = ((string?)parameters["parse_mode"])?.ToUpperInvariant() switch
        {
            null => (given, []),
            "HTML" => TelegramHtml.Parse(given),
            _ => throw new RefusedException(400, "Bad Request: unsupported parse_mode"),
        };
        return text.Trim().Length switch
        {
            0 => throw new RefusedException(400, "Bad Request: message text is empty"),
            > 4096 => throw new RefusedException(400, "Bad Request: message is too long"),
            _ => (text.Trim(), links),
        };
    }

    private JsonNode? ReplyOf(JsonObject parameters, long chat)
    {
        if (parameters["reply_parameters"] is not JsonObject reply)
            return null;
        if (_messages.TryGetValue((chat, IntOf(reply, "message_id", 0)), out var asked))
        {
            // A message inside a message does not bring a third one along.
            var copy = (JsonObject)asked.DeepClone();
            copy.Remove("reply_to_message");
            return copy;
        }

        return (bool?)reply["allow_sending_without_reply"] == true
            ? null
            : throw new RefusedException(400, "Bad Request: message to be replied not found");
    }

    private static JsonNode? KeyboardOf(JsonObject parameters)
    {
        if (parameters["reply_markup"] is not JsonObject { } markup || markup["inline_keyboard"] is not JsonArray rows)
            return null;
        foreach (var button in rows.SelectMany(row => row!.AsArray()))
        {
            if ((string?)button!["url"] is { } url)
            {
                if (!Uri.TryCreate(url, UriKind.Absolute, out _) || button["callback_data"] is not null)
                    throw new RefusedException(400, "Bad Request: BUTTON_URL_INVALID");
                continue;
            }

            if (Encoding.UTF8.GetByteCount((string?)button!["callback_data"] ?? "") is 0 or > 64)
                throw new RefusedException(400, "Bad Request: BUTTON_DATA_INVALID");
            if (((string?)button["text"] ?? "").Trim().Length == 0)
                throw new RefusedException(400, "Bad Request: inline keyboard button text must be non-empty");
        }

        return markup.DeepClone();
    }

    private void Keep(long chat, JsonObject message, JsonObject request, IReadOnlyList<string> links, bool isEdit)
    {
        var id = (int)message["message_id"]!;
        _messages[(chat, id)] = message;
        Show(chat, id, message, request, links, isEdit, receiver: null);
    }

    private void Show(
        long chat, int id, JsonObject message, JsonObject request, IReadOnlyList<string> links, bool isEdit, long? receiver)
    {
        var rows = message["reply_markup"]?["inline_keyboard"]?.AsArray() ?? [];
        RepliesOf(chat).Writer.TryWrite(new BotMessage(
            chat, id, (string?)message["text"] ?? (string?)message["caption"] ?? "", isEdit, (int?)message["reply_to_message"]?["message_id"])
        {
            Links = links,
            Rows = rows.Count,
            Buttons = [.. rows.SelectMany(row => row!.AsArray()).Select(button => ((string)button!["text"]!, (string?)button["callback_data"] ?? (string)button["url"]!))],
            Receiver = receiver,
            Request = request,
        });
    }
}
