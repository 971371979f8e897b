using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotHost.Tests.Support;

/// <summary>Pictures, which come as forms with a file in them.</summary>
public sealed partial class FakeTelegram
{
    private const string Attached = "attach://";

    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    /// <summary>The file that a message of the bot brought.</summary>
    public byte[] PictureOf(BotMessage message) => _files[(string)message.Request["photo"]!];

    private JsonObject SendPhoto(JsonObject parameters)
    {
        var chat = ReachableChat(parameters);
        var caption = (string?)parameters["caption"] ?? "";
        if (caption.Length > 1024)
            throw new RefusedException(400, "Bad Request: message caption is too long");
        if (!_files.TryGetValue((string)parameters["photo"]!, out var file))
            throw new RefusedException(400, "Bad Request: there is no photo in the request");
        var (width, height) = SizeOf(file);
        if (width + height > 10_000 || Math.Max(width, height) > 20 * Math.Min(width, height))
            throw new RefusedException(400, "Bad Request: PHOTO_INVALID_DIMENSIONS");

        var size = File();
        (size["width"], size["height"]) = (width, height);
        var message = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref _lastMessage),
            ["from"] = Me(),
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "Zebediah" },
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
            ["photo"] = new JsonArray(size),
            ["caption"] = caption,
        };
        if (ReplyOf(parameters, chat) is { } asked)
            message["reply_to_message"] = asked;
        Keep(chat, message, parameters, [], isEdit: false);
        return (JsonObject)message.DeepClone();
    }

    // A PNG says its size in the first chunk.
    private static (int Width, int Height) SizeOf(byte[] file) =>
        file.Length > 24 && file.AsSpan(1, 3).SequenceEqual("PNG"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)))
            : throw new RefusedException(400, "Bad Request: IMAGE_PROCESS_FAILED");

    // In a form everything is text: numbers and objects are read as Telegram reads them.
    private async Task<JsonObject> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var parameters = new JsonObject();
        foreach (var (name, value) in form)
            parameters[name] = name is "caption" or "parse_mode" or "text" ? value.ToString() : Parsed(value.ToString());
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            var name = $"{Attached}{Guid.NewGuid():N}";
            _files[name] = content.ToArray();
            // Either the field itself, or another field says which one it is.
            var field = parameters.FirstOrDefault(pair => pair.Value is JsonValue value && value.TryGetValue<string>(out var text) && text == Attached + file.Name).Key;
            parameters[field ?? file.Name] = name;
        }

        return parameters;
    }

    private static JsonNode? Parsed(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (System.Text.Json.JsonException)
        {
            return value;
        }
    }
}
