using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>Inline queries, and calls of the bot as a guest: Telegram forgets them after a while, and takes one answer to each.</summary>
public sealed partial class FakeTelegram
{
    private static readonly TimeSpan InlineLifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _queries = new();
    private readonly ConcurrentDictionary<string, JsonObject> _queryAnswers = new();

    /// <summary>Somebody types this after the bot's name; the query's id.</summary>
    public string TypeInline(FakeChat person, string query)
    {
        var id = NewQuery();
        Arrive("inline_query", $"inline {person.Id}", new JsonObject
        {
            ["id"] = id,
            ["from"] = PersonOf(person),
            ["query"] = query,
            ["offset"] = "",
            ["chat_type"] = "supergroup",
        });
        return id;
    }

    /// <summary>Somebody writes the bot's name in a chat that it is not in, perhaps as a reply; the query's id.</summary>
    public async Task<string> CallGuestAsync(FakeChat person, string text, JsonObject? repliedTo)
    {
        // Telegram sends these only to a bot that has asked for them.
        await Eventually.TrueAsync(() => _allowed.Contains("guest_message"), "the bot was to ask for guest messages");
        var id = NewQuery();
        var call = GroupMessage(person, new JsonObject { ["text"] = text });
        call["guest_query_id"] = id;
        if (repliedTo is not null)
            call["reply_to_message"] = GroupMessage(FakeChat.New(), repliedTo);
        Arrive("guest_message", $"guest {id}", call);
        return id;
    }

    /// <summary>The parameters of the answer to a query.</summary>
    public async Task<JsonObject> AnswerToAsync(string query)
    {
        await Eventually.TrueAsync(() => _queryAnswers.ContainsKey(query), $"the query was to be answered; {string.Join(' ', Refusals)}");
        return _queryAnswers[query];
    }

    private string NewQuery()
    {
        var id = Guid.NewGuid().ToString("N");
        _queries[id] = _clock.GetUtcNow();
        return id;
    }

    private JsonObject GroupMessage(FakeChat person, JsonObject content)
    {
        var message = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref _lastMessage),
            ["from"] = PersonOf(person),
            ["chat"] = new JsonObject { ["id"] = -1001234567890, ["type"] = "supergroup", ["title"] = "Zwiebelfreunde" },
            ["date"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in content)
            message[name] = value?.DeepClone();
        return message;
    }

    private JsonNode AnswerInlineQuery(JsonObject parameters)
    {
        var results = parameters["results"]!.AsArray();
        if (results.Count > 50)
            throw new RefusedException(400, "Bad Request: RESULTS_TOO_MUCH");
        if (results.Select(result => (string)result!["id"]!).Distinct().Count() != results.Count)
            throw new RefusedException(400, "Bad Request: RESULT_ID_DUPLICATE");
        foreach (var result in results)
            CheckResult(result!.AsObject());
        Close((string)parameters["inline_query_id"]!, parameters);
        return true;
    }

    private JsonNode AnswerGuestQuery(JsonObject parameters)
    {
        CheckResult(parameters["result"]!.AsObject());
        Close((string)parameters["guest_query_id"]!, parameters);
        return new JsonObject { ["inline_message_id"] = Guid.NewGuid().ToString("N") };
    }

    private static void CheckResult(JsonObject result)
    {
        if (Encoding.UTF8.GetByteCount((string)result["id"]!) is 0 or > 64)
            throw new RefusedException(400, "Bad Request: RESULT_ID_INVALID");
        if (((string)result["title"]!).Length == 0)
            throw new RefusedException(400, "Bad Request: ARTICLE_TITLE_EMPTY");
        var content = result["input_message_content"]!.AsObject();
        TextOf(new JsonObject { ["text"] = content["message_text"]!.DeepClone(), ["parse_mode"] = content["parse_mode"]?.DeepClone() });
    }

    private void Close(string query, JsonObject answer)
    {
        if (!_queries.TryRemove(query, out var asked) || _clock.GetUtcNow() - asked > InlineLifetime)
            throw new RefusedException(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        _queryAnswers[query] = answer;
    }
}
